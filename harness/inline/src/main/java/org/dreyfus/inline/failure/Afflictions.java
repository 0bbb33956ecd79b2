package org.dreyfus.inline.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dreyfus.inline.load.Overload;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.scoring.inline.FailureBehaviour.Failure;

/** Makes devices fail. */
final class Afflictions {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Afflictions() {}

  /** Begins one. All but the overload need a process. */
  static Affliction begin(Failure failure, FailurePlan plan, TestBed bed) {
    List<ProcessHandle> processes = bed.device().map(Processes::of).orElse(List.of());
    return switch (failure) {
      case KILLED -> killed(processes);
      case STOPPED -> stopped(processes);
      case STARVED -> new Starvation(processes, plan.runningShare(), plan.period());
      case OVERLOADED ->
          new Overloading(
              Overload.start(bed, plan.overload(), plan.overloadPacketsPerSecond()), bed.device());
    };
  }

  /** What it is called when its numbers are not known. */
  static String word(Failure failure) {
    return switch (failure) {
      case KILLED -> "Killed";
      case STOPPED -> "Stopped";
      case STARVED -> "Starved";
      case OVERLOADED -> "Overloaded";
    };
  }

  private static Affliction killed(List<ProcessHandle> processes) {
    Signal.KILL.send(processes);
    Processes.awaitEnd(processes, PATIENCE);
    return new Done("Killed (SIGKILL, %s)".formatted(Processes.counted(processes)), () -> {});
  }

  private static Affliction stopped(List<ProcessHandle> processes) {
    Signal.STOP.send(processes);
    return new Done(
        "Stopped (SIGSTOP, %s)".formatted(Processes.counted(processes)),
        () -> Signal.CONTINUE.send(processes));
  }

  /** What needs nothing more to last. */
  private record Done(String told, Runnable undo) implements Affliction {
    @Override
    public Optional<String> failed() {
      return Optional.empty();
    }

    @Override
    public void close() {
      undo.run();
    }
  }
}
