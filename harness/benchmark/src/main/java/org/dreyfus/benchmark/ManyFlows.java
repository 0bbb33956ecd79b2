package org.dreyfus.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.LinkType;

/** A capture of UDP packets of 512 bytes to port 6881, its flows taking turns. */
final class ManyFlows {

  static final int FLOWS = 50_000;
  static final int PACKET_BYTES = 512;

  private static final long START_NANOS = 1_700_000_000_000_000_000L;
  private static final long STEP_NANOS = 1_000;
  private static final int SERVER = 0xc633_6401;
  private static final int FIRST_CLIENT = 0x0a00_0001;
  private static final int CLIENT_PORT = 40_000;
  private static final int BLOCKED_PORT = 6_881;

  private ManyFlows() {}

  /**
   * Writes it.
   *
   * @param packets at least 1; fewer than {@link #FLOWS} make as many flows
   */
  static void write(Path file, int packets) throws IOException {
    ByteBuffer frame = ByteBuffer.allocateDirect(PACKET_BYTES);
    frame.putLong(0x0200_0000_0002_0200L).putInt(1).putShort((short) 0x0800);
    int ip = frame.position();
    frame.putShort((short) 0x4500).putShort((short) (PACKET_BYTES - ip)).putInt(0x0001_0000);
    frame.putShort((short) (64 << 8 | 17)).putShort((short) 0);
    int client = frame.position();
    frame.putInt(0).putInt(SERVER);
    frame.putShort((short) CLIENT_PORT).putShort((short) BLOCKED_PORT);
    frame.putShort((short) (PACKET_BYTES - frame.position() + 4)).putShort((short) 0);
    frame.clear();
    try (CaptureWriter writer = CaptureWriter.file(file, LinkType.ETHERNET)) {
      for (int i = 0; i < packets; i++) {
        frame.putInt(client, FIRST_CLIENT + i % FLOWS);
        writer.write(START_NANOS + i * STEP_NANOS, frame, 0, PACKET_BYTES, PACKET_BYTES);
      }
    }
  }
}
