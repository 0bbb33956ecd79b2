package org.dreyfus.inline.failure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.dreyfus.inline.lab.DeviceException;
import org.dreyfus.inline.lab.RunningDevice;

/** The processes of a device, with those that they started. */
final class Processes {

  private static final long LOOK_NANOS = 5_000_000;

  private Processes() {}

  static List<ProcessHandle> of(RunningDevice device) {
    return device.processes().stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .distinct()
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  static String counted(List<ProcessHandle> processes) {
    return processes.size() == 1 ? "1 process" : processes.size() + " processes";
  }

  /** Returns when none runs any more. */
  static void awaitEnd(List<ProcessHandle> processes, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
      if (System.nanoTime() > deadline) {
        throw new DeviceException("the device still runs after SIGKILL");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
