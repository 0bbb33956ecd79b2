package org.dreyfus.exchange.replicate;

import java.io.IOException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.Frame;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;

/**
 * What the captures of a corpus hold.
 *
 * @param packets frames
 * @param bytes as uncompressed pcap, record headers included
 */
record SourceSize(long packets, long bytes) {

  static SourceSize of(Corpus corpus) throws IOException {
    long packets = 0;
    long bytes = 0;
    Frame frame = new Frame();
    for (Session session : corpus.sessions()) {
      try (CaptureReader reader = CaptureReader.open(CaptureSource.file(corpus.capture(session)))) {
        while (reader.next(frame)) {
          packets++;
          bytes += CaptureWriter.RECORD_HEADER_BYTES + frame.capturedLength();
        }
      }
    }
    return new SourceSize(packets, bytes);
  }
}
