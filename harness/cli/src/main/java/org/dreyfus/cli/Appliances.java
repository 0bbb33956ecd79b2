package org.dreyfus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.inline.DeviceUnderTest;
import org.dreyfus.inline.lab.ApplianceDevice;
import org.dreyfus.inline.lab.Device;
import org.dreyfus.scoring.Policy;

/**
 * {@code dreyfus appliance} as a device of the lab.
 *
 * @param spelling classifier, or classifier/policy
 * @param classifier in it
 * @param policy under which it blocks; {@link Policy#OWN} for the classifier's own word
 */
record Appliances(String spelling, ClassifierProvider classifier, Policy policy) {

  private static final List<String> SETTINGS =
      List.of("-XX:+UseZGC", "-Ddreyfus.home=" + System.getProperty("dreyfus.home"));

  /**
   * @param spelling {@code ndpi/block-p2p}, {@code clouseau-testimony}
   */
  static Appliances of(String spelling) {
    String[] parts = spelling.split("/", 2);
    ClassifierProvider classifier = new Registry().named(parts[0]);
    try {
      Policy policy =
          parts.length == 2
              ? InputFiles.policy(Installation.data(Installation.policies(), "policy", parts[1]))
              : Policy.OWN;
      return new Appliances(spelling, classifier, policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MeasuredDevice measured() {
    return new MeasuredDevice(
        new DeviceUnderTest.Started(device()),
        "--lab appliance:" + spelling,
        Optional.of(new MeasuredDevice.Inside(classifier, policy)));
  }

  Device device() {
    String policyId = policy.equals(Policy.OWN) ? "" : policy.id();
    return new ApplianceDevice(
        ApplianceDevice.facts(
            classifier.descriptor().id(),
            policyId,
            classifier.descriptor().name(),
            classifier.descriptor().reconstruction()),
        ApplianceDevice.command(Main.class.getName(), SETTINGS, arguments(policyId)));
  }

  /** What the record tells of, as a device of the lab. */
  static Device mediaDefender() {
    return new ApplianceDevice(
        ApplianceDevice.mediaDefender(),
        ApplianceDevice.command(
            Main.class.getName(), SETTINGS, "appliance", "--like", "mediadefender"));
  }

  private String[] arguments(String policyId) {
    String id = classifier.descriptor().id();
    return policyId.isEmpty()
        ? new String[] {"appliance", "--classifier", id}
        : new String[] {"appliance", "--classifier", id, "--policy", policyId};
  }
}
