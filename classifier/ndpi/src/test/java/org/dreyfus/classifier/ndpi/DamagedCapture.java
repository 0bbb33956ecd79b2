package org.dreyfus.classifier.ndpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.Frame;

/** Recorded sessions, one after another in one capture, with bytes changed at random. */
final class DamagedCapture {

  /** Where bytes are changed, and whether frames are cut short. */
  enum Damage {
    NONE(Integer.MAX_VALUE, false),
    PAYLOAD(54, false),
    ANYWHERE(14, false),
    ANYWHERE_AND_CUT(14, true);

    private final int from;
    private final boolean cuts;

    Damage(int from, boolean cuts) {
      this.from = from;
      this.cuts = cuts;
    }
  }

  private static final int ETHERNET = 1;
  private static final int MOST_CHANGES = 6;
  private static final int ONE_CUT_IN = 10;
  private static final long START_NANOS = 1_600_000_000_000_000_000L;
  private static final long GAP_NANOS = 100_000;

  private DamagedCapture() {}

  /** Writes {@code count} of the sessions in the folder, chosen by the seed. */
  static void write(Path capture, Path sessions, int count, long seed, Damage damage)
      throws IOException {
    Random random = new Random(seed);
    Frame frame = new Frame();
    long time = START_NANOS;
    try (CaptureWriter writer = CaptureWriter.file(capture, ETHERNET)) {
      for (Path session : chosen(sessions, count, random)) {
        CaptureSource source = CaptureSource.file(capture(session));
        try (CaptureReader reader = CaptureReader.open(source)) {
          while (reader.next(frame)) {
            byte[] bytes = new byte[frame.capturedLength()];
            frame.buffer().get(frame.offset(), bytes);
            time += GAP_NANOS;
            writer.write(time, damaged(bytes, random, damage));
          }
        }
      }
    }
  }

  private static Path capture(Path session) {
    Path plain = session.resolve("capture.pcap");
    return Files.exists(plain) ? plain : session.resolve("capture.pcap.gz");
  }

  private static List<Path> chosen(Path sessions, int count, Random random) throws IOException {
    try (Stream<Path> all = Files.list(sessions)) {
      List<Path> chosen = new ArrayList<>(all.sorted().toList());
      Collections.shuffle(chosen, random);
      return chosen.subList(0, Math.min(count, chosen.size()));
    }
  }

  private static byte[] damaged(byte[] frame, Random random, Damage damage) {
    if (frame.length > damage.from && random.nextBoolean()) {
      for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
        frame[damage.from + random.nextInt(frame.length - damage.from)] =
            (byte) random.nextInt(256);
      }
    }
    boolean cut = damage.cuts && random.nextInt(ONE_CUT_IN) == 0;
    return cut ? Arrays.copyOf(frame, random.nextInt(frame.length)) : frame;
  }
}
