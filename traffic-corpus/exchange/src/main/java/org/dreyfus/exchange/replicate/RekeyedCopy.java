package org.dreyfus.exchange.replicate;

import java.io.IOException;
import java.nio.file.Path;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.exchange.ExchangeException;

/** Writes a capture again, frame by frame, as pcap with nanoseconds. */
final class RekeyedCopy {

  private RekeyedCopy() {}

  static void write(Path capture, FrameRewriter rewriter, Path target) throws IOException {
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(capture))) {
      if (!reader.next(frame)) {
        throw new ExchangeException(capture + ": holds no frame; leave its session out");
      }
      int linkType = frame.linkType();
      try (CaptureWriter writer = CaptureWriter.file(target, linkType)) {
        rewriter.rewrite(frame);
        writer.write(frame);
        while (reader.next(frame)) {
          if (frame.linkType() != linkType) {
            throw new ExchangeException(
                "%s: frame %d has another link type than the first; split the capture"
                    .formatted(capture, frame.number()));
          }
          rewriter.rewrite(frame);
          writer.write(frame);
        }
      }
    }
  }
}
