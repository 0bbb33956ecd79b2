package org.dreyfus.exchange.rebuilt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.LinkType;

/** Captures of rebuilt packets. */
public final class RebuiltCapture {

  private RebuiltCapture() {}

  /** Writes packets in the order of their times; those of one time keep their order. */
  public static void write(Path file, List<RebuiltPacket> packets) throws IOException {
    try (CaptureWriter writer = CaptureWriter.file(file, LinkType.ETHERNET)) {
      List<RebuiltPacket> sorted =
          packets.stream().sorted(Comparator.comparingLong(RebuiltPacket::timestampNanos)).toList();
      for (RebuiltPacket packet : sorted) {
        byte[] frame = packet.frame();
        writer.write(
            packet.timestampNanos(), ByteBuffer.wrap(frame), 0, frame.length, packet.wireLength());
      }
    }
  }
}
