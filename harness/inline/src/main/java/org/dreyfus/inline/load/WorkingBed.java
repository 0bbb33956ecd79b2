package org.dreyfus.inline.load;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
      device.ifPresent(RunningDevice::reset);
    }
    return path;
  }

  @Override
  public void close() {
    path.close();
    bed.close();
  }
}
