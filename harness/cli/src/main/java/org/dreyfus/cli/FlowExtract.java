package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** Copies the frames of one flow into a capture of their own. */
final class FlowExtract {

  private FlowExtract() {}

  /**
   * @param flow number of the flow's first frame
   * @return frames written; 0 when no flow begins there, and then no file is made
   */
  static int write(Path capture, long flow, Path target) throws IOException {
    FrameNumbers numbers = new FrameNumbers(flow);
    InspectionListener nobody = (ended, answers) -> {};
    new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), List.of(numbers), nobody)
        .run(CaptureSource.file(capture));
    if (numbers.frames.isEmpty()) {
      return 0;
    }
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(capture))) {
      Frame frame = new Frame();
      reader.next(frame);
      try (CaptureWriter writer = CaptureWriter.file(target, frame.linkType())) {
        boolean more = true;
        while (more) {
          if (numbers.frames.contains(frame.number())) {
            writer.write(frame);
          }
          more = reader.next(frame);
        }
      }
    }
    return numbers.frames.size();
  }

  /** Notes which frames belong to the flow. */
  private static final class FrameNumbers implements Classifier {
    private final long firstFrame;
    private final Set<Long> frames = new HashSet<>();
    private long flowId = -1;

    FrameNumbers(long firstFrame) {
      this.firstFrame = firstFrame;
    }

    @Override
    public Verdict inspect(Flow flow, Packet packet) {
      if (packet.number() == firstFrame && flow.packets() == 1) {
        flowId = flow.id();
      }
      if (flow.id() == flowId) {
        frames.add(packet.number());
      }
      return Verdict.undecided();
    }
  }
}
