package org.dreyfus.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.LinkType;

/**
 * A capture made from a seed: the same bytes on every machine. Many flows are alive at once,
 * packets come in short trains, one flow in ten is IPv6; about 400 bytes a packet and 18 packets a
 * flow, as in the traffic mix that the packet path was designed on.
 */
final class SyntheticCapture {

  static final long SEED = 20_261_121;
  static final int PACKETS = 1_000_000;

  private static final int ALIVE = 4_000;
  private static final int PACKETS_PER_FLOW = 18;
  private static final int TRAIN = 3;
  private static final int LONGEST_FRAME = 2_048;
  private static final long START_NANOS = 1_700_000_000_000_000_000L;

  private SyntheticCapture() {}

  static void write(Path file, long seed, int packets) throws IOException {
    Random random = new Random(seed);
    SyntheticFlow[] alive = new SyntheticFlow[ALIVE];
    int flows = 0;
    for (int i = 0; i < ALIVE; i++) {
      alive[i] = new SyntheticFlow(random, flows++);
    }
    ByteBuffer frame = ByteBuffer.allocateDirect(LONGEST_FRAME);
    int current = 0;
    try (CaptureWriter writer = CaptureWriter.file(file, LinkType.ETHERNET)) {
      for (int i = 0; i < packets; i++) {
        if (random.nextInt(TRAIN) == 0) {
          current = random.nextInt(ALIVE);
        }
        if (random.nextInt(PACKETS_PER_FLOW) == 0) {
          alive[current] = new SyntheticFlow(random, flows++);
        }
        alive[current].next(frame);
        int length = frame.limit();
        writer.write(START_NANOS + i * 2_000L, frame, 0, length, length);
      }
    }
  }
}
