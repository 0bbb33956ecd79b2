package org.dreyfus.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.LinkType;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusWriter;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;

/** Small corpora: every session is one UDP flow of packets that are all of one length. */
final class Synthetic {

  private static final long START_NANOS = 1_700_000_000_000_000_000L;
  private static final int PACKETS = 20;

  private Synthetic() {}

  /**
   * Pairs, each a cluster: session 2i is lawful, session 2i + 1 is not.
   *
   * @param length payload bytes of the packets of a session, by its number
   */
  static Corpus pairs(Path folder, int pairs, IntUnaryOperator length) throws IOException {
    CorpusWriter writer = new CorpusWriter(folder);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2 * pairs; i++) {
      Path capture = folder.resolveSibling(folder.getFileName() + "-" + i + ".pcap");
      int port = 20_000 + random.nextInt(40_000);
      try (CaptureWriter out = CaptureWriter.file(capture, LinkType.RAW)) {
        long now = START_NANOS;
        for (int packet = 0; packet < PACKETS; packet++) {
          now += 1_000_000 + random.nextInt(1_000_000);
          out.write(now, datagram(port, length.applyAsInt(i), random));
        }
      }
      LabelledSession session =
          labelled(i, "cluster-" + i / 2, "works-" + i / 2, "work-" + i, i % 2 == 1);
      writer.add(session.session(), session.flows(), capture);
    }
    writer.finish("synthetic", "1", "CC0-1.0", "For tests.", "None.", List.of());
    return Corpus.open(folder);
  }

  static LabelledSession labelled(
      int number, String cluster, String workPair, String work, boolean infringing) {
    Session session =
        new Session(
            Session.SCHEMA_VERSION,
            "session-%04d".formatted(number),
            cluster,
            "A story.",
            cluster,
            Origin.RECORDED,
            Optional.empty(),
            Optional.of(new Pair("pair-" + number / 2, Pair.Type.W, workPair)),
            List.of(),
            List.of(),
            Map.of(),
            "capture.pcap",
            START_NANOS,
            1,
            List.of(),
            Session.Rekeying.NONE,
            new Session.Checks(true, true, "Made."));
    return new LabelledSession(session, new ArrayList<>(List.of(flow(work, infringing))));
  }

  static FlowLabel flow(String work, boolean infringing) {
    Label label =
        new Label(
            infringing ? LegalStatus.INFRINGING : LegalStatus.LEGAL,
            infringing ? LegalBasis.UNLICENSED_COPY : LegalBasis.OPEN_LICENCE,
            Protection.PLAIN,
            "X",
            Optional.empty(),
            "app",
            Role.CONTENT,
            Optional.of(work),
            Optional.empty());
    return new FlowLabel(1, START_NANOS, "UDP", "10.0.0.1", 1, "10.0.0.2", 2, label);
  }

  /** IPv4 and UDP with random payload. RFC 791, RFC 768. */
  private static byte[] datagram(int port, int length, SplittableRandom random) {
    byte[] payload = new byte[length];
    random.nextBytes(payload);
    return ByteBuffer.allocate(28 + length)
        .putInt(0x4500_0000 | (28 + length))
        .putInt(0)
        .putInt(0x4011_0000)
        .putInt(0x0a00_0001)
        .putInt(0x0a00_0002)
        .putShort((short) port)
        .putShort((short) 9_000)
        .putShort((short) (8 + length))
        .putShort((short) 0)
        .put(payload)
        .array();
  }
}
