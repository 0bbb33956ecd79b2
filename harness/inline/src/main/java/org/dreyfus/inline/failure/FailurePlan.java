package org.dreyfus.inline.failure;

import java.time.Duration;
import java.util.Set;
import org.dreyfus.inline.load.LoadPlan;
import org.dreyfus.scoring.inline.FailureBehaviour.Failure;

/**
 * How a device is made to fail.
 *
 * @param failures which are tried
 * @param runningShare of the time that a starved device runs, more than 0 and less than 1
 * @param period in which a starved device runs once
 * @param overload size and number of the flows that overload it
 * @param overloadPacketsPerSecond bound of the rate at which it is overloaded
 * @param settling how long an affliction lasts before the probes run
 */
public record FailurePlan(
    Set<Failure> failures,
    double runningShare,
    Duration period,
    LoadPlan overload,
    double overloadPacketsPerSecond,
    Duration settling) {

  public FailurePlan {
    failures = Set.copyOf(failures);
    if (runningShare <= 0 || runningShare >= 1) {
      throw new IllegalArgumentException(
          "a starved device that runs for %s of the time: more than 0 and less than 1 is needed"
              .formatted(runningShare));
    }
  }

  /** All of them; starved devices run for a tenth of the time. */
  public static FailurePlan standard() {
    return new FailurePlan(
        Set.of(Failure.values()),
        0.1,
        Duration.ofMillis(100),
        LoadPlan.standard(),
        400_000,
        Duration.ofMillis(500));
  }
}
