package org.dreyfus.inline.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dreyfus.inline.lab.Device;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.FailureBehaviour.Failure;

/**
 * Finds out what becomes of traffic when a device is killed, stopped, starved of processor time and
 * overloaded. For each, the device is put up anew in namespaces of its own; probes run while it is
 * well, while it fails, and afterwards, when it must treat flows as before. Some harmless flows are
 * open already when it begins to fail.
 */
public final class FailureTests {

  private FailureTests() {}

  /** All failures, as {@link FailurePlan#standard()} has them. */
  public static List<FailureBehaviour> run(Device device, Probe... probes) {
    return run(device, FailurePlan.standard(), List.of(probes), line -> {});
  }

  /**
   * Tries the failures of a plan, in the order of {@link Failure}.
   *
   * @param probes at least one with harmless flows
   * @param progress is told each result, in one line
   * @throws org.dreyfus.inline.lab.DeviceException when the device cannot be started
   */
  public static List<FailureBehaviour> run(
      Device device, FailurePlan plan, List<Probe> probes, Consumer<String> progress) {
    if (probes.stream().noneMatch(probe -> probe.kind() == Probe.Kind.HARMLESS)) {
      throw new IllegalArgumentException(
          "no probe with harmless flows: without them nothing can be said of a failure");
    }
    List<FailureBehaviour> behaviours = new ArrayList<>();
    for (Failure failure : Failure.values()) {
      if (plan.failures().contains(failure)) {
        FailureBehaviour behaviour = new FailureTrial(device, plan, probes).of(failure);
        progress.accept(failure + ": " + behaviour.summary());
        behaviours.add(behaviour);
      }
    }
    return behaviours;
  }
}
