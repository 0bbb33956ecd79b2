package org.dreyfus.inline.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A software appliance in a process of its own: any program that takes the words of {@link
 * org.dreyfus.inline.appliance.Console}.
 */
public final class ApplianceDevice implements Device {

  private final DeviceFacts facts;
  private final List<String> command;

  /**
   * @param facts what it is
   * @param command that runs it, without the interfaces: these are added as {@code --if d0 --if d1}
   */
  public ApplianceDevice(DeviceFacts facts, List<String> command) {
    this.facts = facts;
    this.command = List.copyOf(command);
  }

  /**
   * Facts of {@code dreyfus appliance} with a classifier.
   *
   * @param policy its id; empty for the classifier's own word
   * @param reconstruction see {@link DeviceFacts}
   */
  public static DeviceFacts facts(
      String classifier, String policy, String classifierName, boolean reconstruction) {
    String rule = policy.isEmpty() ? "what it says itself" : "the policy '" + policy + "'";
    return new DeviceFacts(
        "appliance-" + classifier + (policy.isEmpty() ? "" : "-" + policy),
        "Appliance with " + classifierName + (policy.isEmpty() ? "" : ", " + policy),
        "Dreyfus appliance",
        "Dreyfus",
        "Software on a bridge. Drops every packet of a flow from the one on at which %s decides, by %s."
            .formatted(classifierName, rule),
        reconstruction);
  }

  /** Facts of {@code dreyfus appliance --like mediadefender}. */
  public static DeviceFacts mediaDefender() {
    return new DeviceFacts(
        "mediadefender",
        "After MediaDefender",
        "Dreyfus appliance",
        "Dreyfus",
        "Passes everything, answers requests for peers and searches with peers who do not exist, and"
            + " sends TCP SYN segments from made-up addresses to each tracker that it has seen being"
            + " asked.",
        true);
  }

  /** The command that runs a main class of this program as this process is run. */
  public static List<String> command(String mainClass, List<String> settings, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }

  @Override
  public DeviceFacts facts() {
    return facts;
  }

  @Override
  public ApplianceProcess start(DeviceLab lab) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of("--if", DeviceLab.CLIENT_SIDE, "--if", DeviceLab.SERVER_SIDE));
    return ApplianceProcess.start(facts.id(), lab, whole);
  }
}
