package org.dreyfus.inline.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.dreyfus.inline.lab.Device;
import org.dreyfus.inline.lab.DeviceException;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.inline.port.PortException;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.FailureBehaviour.Failure;
import org.dreyfus.scoring.inline.FailureBehaviour.Fate;

/** One failure of a device: well, failing, afterwards. */
final class FailureTrial {

  private static final int LOOKS_AFTERWARDS = 3;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Device device;
  private final FailurePlan plan;
  private final List<Probe> probes;

  FailureTrial(Device device, FailurePlan plan, List<Probe> probes) {
    this.device = device;
    this.plan = plan;
    this.probes = probes;
  }

  FailureBehaviour of(Failure failure) {
    try (TestBed bed = TestBed.lab(device)) {
      boolean withoutProcess = bed.device().map(Processes::of).orElse(List.of()).isEmpty();
      if (withoutProcess && failure != Failure.OVERLOADED) {
        return notTried(
            failure, "The kernel does the work: there is no process that could be treated so.");
      }
      Treatment well = Watch.once(probes, bed).normal();
      if (well.harmless().isEmpty()) {
        return notTried(failure, "No harmless flow passes while the device is well.");
      }
      return fail(failure, bed, well);
    }
  }

  private FailureBehaviour fail(Failure failure, TestBed bed, Treatment well) {
    Treatment failing;
    String told;
    Optional<String> failed;
    boolean cut = false;
    try (Watch watch = Watch.begin(probes, bed);
        Affliction affliction = Afflictions.begin(failure, plan, bed)) {
      sleep(plan.settling());
      try {
        failing = watch.look().restrictedTo(well);
      } catch (PortException e) {
        failing = well.allStopped();
        cut = true;
      }
      failed = cut ? Optional.empty() : affliction.failed();
      told = cut ? Afflictions.word(failure) + ", with the cables cut by that" : affliction.told();
    }
    if (failed.isPresent()) {
      return notTried(failure, failed.get() + ".");
    }
    String summary =
        "%s: %s; %s.".formatted(told, numbers(failing, well), afterwards(bed, well, cut));
    return new FailureBehaviour(
        failure, fate(failing.harmless()), fate(failing.blockable()), summary);
  }

  /** A device that runs on must do as before; one that ended is started again. */
  private String afterwards(TestBed bed, Treatment well, boolean cut) {
    if (cut || bed.device().flatMap(RunningDevice::ended).isPresent() || endedSilently(bed)) {
      try (TestBed again = TestBed.lab(device)) {
        return "started again, it " + recovered(again, well);
      }
    }
    return "afterwards it " + recovered(bed, well);
  }

  private static boolean endedSilently(TestBed bed) {
    return bed.device()
        .map(RunningDevice::processes)
        .filter(processes -> !processes.isEmpty())
        .map(processes -> processes.stream().noneMatch(ProcessHandle::isAlive))
        .orElse(false);
  }

  private String recovered(TestBed bed, Treatment well) {
    List<String> differences = List.of();
    for (int look = 0; look < LOOKS_AFTERWARDS; look++) {
      if (look > 0) {
        sleep(BETWEEN_LOOKS);
      }
      differences = Watch.once(probes, bed).differences(well);
      if (differences.isEmpty()) {
        String when = look == 0 ? "" : ", though not at once";
        return "treated all %d flows as before%s".formatted(well.flows(), when);
      }
    }
    return "did NOT do as before: it treated %d of %d flows otherwise (%s)"
        .formatted(differences.size(), well.flows(), named(differences));
  }

  private static String numbers(Treatment failing, Treatment well) {
    String harmless =
        "of %d harmless flows %d passed"
            .formatted(well.harmless().size(), Treatment.passed(failing.harmless()));
    String blockable =
        well.blockable().isEmpty()
            ? "no blockable flow could be tried"
            : "of %d that it blocks when well %d passed"
                .formatted(well.blockable().size(), Treatment.passed(failing.blockable()));
    List<String> differences = failing.differences(well.onlyMixedIn(failing));
    return differences.isEmpty()
        ? harmless + ", " + blockable
        : "%s, %s (%s)".formatted(harmless, blockable, named(differences));
  }

  private static String named(List<String> flows) {
    int shown = Math.min(3, flows.size());
    String rest = flows.size() > shown ? " and %d more".formatted(flows.size() - shown) : "";
    return "otherwise than when well: " + String.join(", ", flows.subList(0, shown)) + rest;
  }

  /** What became of flows that all are treated alike while the device is well. */
  static Fate fate(SortedMap<String, Boolean> flows) {
    long passed = Treatment.passed(flows);
    if (flows.isEmpty()) {
      return Fate.NOT_TRIED;
    }
    if (passed == flows.size()) {
      return Fate.PASSES;
    }
    return passed == 0 ? Fate.STOPS : Fate.MISJUDGED;
  }

  private static FailureBehaviour notTried(Failure failure, String why) {
    return new FailureBehaviour(failure, Fate.NOT_TRIED, Fate.NOT_TRIED, why);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("interrupted", e);
    }
  }
}
