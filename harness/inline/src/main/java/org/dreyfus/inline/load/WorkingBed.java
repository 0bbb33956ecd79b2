package org.dreyfus.inline.load;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.inline.port.PortException;
import org.dreyfus.inline.traffic.PortPath;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.inline.traffic.TestPath;

/**
 * Keeps a device ready for the next trial: has it forget earlier flows where it can, and puts it up
 * anew when it ended under the load.
 */
final class WorkingBed implements PathLimits.PathSource, AutoCloseable {

  private static final long QUIET_NANOS = 100_000_000;
  private static final long LONGEST_DRAIN_NANOS = 10_000_000_000L;
  private static final long PAUSE_NANOS = 1_000_000;
  private static final int BATCH = 256;

  private final Supplier<TestBed> source;
  private final int frameBytes;
  private final Consumer<String> progress;
  private TestBed bed;
  private PortPath path;

  WorkingBed(Supplier<TestBed> source, int frameBytes, Consumer<String> progress) {
    this.source = source;
    this.frameBytes = frameBytes;
    this.progress = progress;
    this.bed = source.get();
    this.path = opened(bed);
  }

  private PortPath opened(TestBed fresh) {
    try {
      PortPath opened = fresh.open();
      if (opened.largestFrame() < frameBytes) {
        opened.close();
        throw new PortException(
            "%s, %s: carry frames of %d bytes at most, %d were asked for; raise the MTU or ask for less"
                .formatted(fresh.clients(), fresh.servers(), opened.largestFrame(), frameBytes));
      }
      return opened;
    } catch (RuntimeException e) {
      fresh.close();
      throw e;
    }
  }

  @Override
  public TestPath next() {
    Optional<RunningDevice> device = bed.device();
    Optional<String> ended = device.flatMap(RunningDevice::ended);
    if (ended.isPresent()) {
      progress.accept("the device ended under load and is started again: " + ended.get());
      close();
      bed = source.get();
      path = opened(bed);
    } else {
      drain();
      device.ifPresent(RunningDevice::reset);
    }
    return path;
  }

  /** What a device still holds of the last trial must not stand in the way of the next. */
  private void drain() {
    long deadline = path.nanoTime() + LONGEST_DRAIN_NANOS;
    long quietSince = path.nanoTime();
    while (path.nanoTime() - quietSince < QUIET_NANOS && path.nanoTime() < deadline) {
      int taken = 0;
      for (Direction direction : Direction.values()) {
        taken += path.receive(direction, BATCH, frame -> {});
      }
      if (taken > 0) {
        quietSince = path.nanoTime();
      } else {
        path.pause(PAUSE_NANOS);
      }
    }
  }

  @Override
  public void close() {
    path.close();
    bed.close();
  }
}
