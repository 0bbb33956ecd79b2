package org.dreyfus.exchange.replicate;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.StoredFrames;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.ExchangeException;

/**
 * A session in memory, ready to be copied.
 *
 * @param flows by their first frames
 */
record Original(Session session, StoredFrames frames, List<FlowLabel> flows) {

  static Original of(Corpus corpus, Session session) throws IOException {
    StoredFrames frames = StoredFrames.of(CaptureSource.file(corpus.capture(session)));
    List<FlowLabel> flows =
        corpus.flows(session).stream().sorted(Comparator.comparingLong(FlowLabel::flow)).toList();
    if (!flows.isEmpty() && flows.get(flows.size() - 1).flow() > frames.count()) {
      throw new ExchangeException(
          "session %s: flow %d begins after the last frame; run corpus validate"
              .formatted(session.id(), flows.get(flows.size() - 1).flow()));
    }
    return new Original(session, frames, flows);
  }

  /** What it takes in a capture file. */
  long bytes() {
    return frames.bytes() + (long) CaptureWriter.RECORD_HEADER_BYTES * frames.count();
  }

  /** Captured bytes a frame, rounded down; 0 when there is no frame. */
  long meanFrame() {
    return frames.count() == 0 ? 0 : frames.bytes() / frames.count();
  }
}
