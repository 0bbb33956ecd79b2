package org.dreyfus.benchmark.compare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.LinkType;

/** Recorded packets behind headers that recorded traffic seldom has, whole, damaged and cut. */
final class OddCapture {

  private static final int ETHERNET_LENGTH = 14;
  private static final int IPV4_LENGTH = 20;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int[] EXTENSIONS = {0, 43, 44, 59, 60, 135, 51};

  private OddCapture() {}

  /** Writes the packets of a capture of Ethernet frames behind headers of another link type. */
  static void write(Path from, Path to, int linkType, long seed) throws IOException {
    Random random = new Random(seed);
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(from));
        CaptureWriter writer = CaptureWriter.file(to, linkType)) {
      while (reader.next(frame)) {
        byte[] packet = new byte[frame.capturedLength() - ETHERNET_LENGTH];
        frame.buffer().get(frame.offset() + ETHERNET_LENGTH, packet);
        byte[] odd = damaged(random, link(random, linkType, network(random, packet)));
        long back = random.nextInt(100) == 0 ? 5_000_000L : 0;
        writer.write(
            frame.timestampNanos() - back, ByteBuffer.wrap(odd), 0, odd.length, odd.length);
      }
    }
  }

  private static byte[] network(Random random, byte[] packet) {
    return switch (random.nextInt(8)) {
      case 0 -> join(outer(4, packet.length), packet);
      case 1 -> join(outer(41, packet.length), extended(random, packet));
      case 2, 3 -> extended(random, packet);
      default -> packet;
    };
  }

  private static byte[] outer(int protocol, int length) {
    ByteBuffer header = ByteBuffer.allocate(IPV4_LENGTH);
    header.putShort((short) 0x4500).putShort((short) (IPV4_LENGTH + length)).putInt(0);
    header.putShort((short) (64 << 8 | protocol)).putShort((short) 0);
    return header.putInt(0x0a000001).putInt(0x0a000002).array();
  }

  /** The transport layer of an IPv4 packet behind IPv6 with up to three extension headers. */
  private static byte[] extended(Random random, byte[] packet) {
    if (packet.length < IPV4_LENGTH || packet[0] >>> 4 != 4) {
      return packet;
    }
    int count = random.nextInt(4);
    ByteBuffer chain = ByteBuffer.allocate(40 + count * 24 + packet.length - IPV4_LENGTH);
    int[] types = random.ints(count, 0, EXTENSIONS.length).map(i -> EXTENSIONS[i]).toArray();
    chain
        .putInt(0x60000000)
        .putShort((short) 0)
        .put((byte) next(types, 0, packet[9]))
        .put((byte) 64);
    chain.putLong(0x20010db800000000L).putLong(packet[15]);
    chain.putLong(0x20010db800000000L).putLong(packet[19]);
    for (int i = 0; i < count; i++) {
      int length = types[i] == 44 ? 8 : 8 * (1 + random.nextInt(3));
      int second = types[i] == 44 && random.nextInt(4) == 0 ? 0x00100001 : 0;
      chain.put((byte) next(types, i + 1, packet[9])).put((byte) (length / 8 - 1));
      chain
          .putShort((short) (second >>> 16))
          .putInt(second)
          .position(chain.position() + length - 8);
    }
    chain.put(packet, IPV4_LENGTH, packet.length - IPV4_LENGTH);
    chain.putShort(4, (short) (chain.position() - 40));
    return Arrays.copyOf(chain.array(), chain.position());
  }

  private static int next(int[] types, int place, byte last) {
    return place < types.length ? types[place] : last;
  }

  private static byte[] link(Random random, int linkType, byte[] packet) {
    int type = packet.length > 0 && packet[0] >>> 4 == 6 ? IPV6 : IPV4;
    ByteBuffer header = ByteBuffer.allocate(64);
    switch (linkType) {
      case LinkType.ETHERNET -> ethernet(random, header, type, packet.length);
      case LinkType.LINUX_SLL ->
          header.putLong(4).putInt(0).putShort((short) 0).putShort((short) type);
      case LinkType.NULL -> header.putInt(type == IPV4 ? 2 : 30);
      default -> {}
    }
    return join(Arrays.copyOf(header.array(), header.position()), packet);
  }

  private static void ethernet(Random random, ByteBuffer header, int type, int length) {
    header.putLong(0x0200000000020200L).putInt(1);
    switch (random.nextInt(8)) {
      case 0 -> header.putInt(0x81000000 | random.nextInt(0x2000)).putShort((short) type);
      case 1 -> header.putInt(0x81000005).putInt(0x81000007).putShort((short) type);
      case 2 -> header.putShort((short) 0x8847).putInt(0x00010040).putInt(0x00020140);
      case 3 -> header.putShort((short) 0x8864).putLong(0x1100000100400021L);
      case 4 -> header.putShort((short) Math.min(length + 8, 1500)).putLong(0xaaaa030000000800L);
      default -> header.putShort((short) type);
    }
  }

  private static byte[] damaged(Random random, byte[] frame) {
    if (random.nextInt(4) == 0) {
      frame[random.nextInt(Math.min(frame.length, 80))] = (byte) random.nextInt();
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(frame, 1 + random.nextInt(frame.length)) : frame;
  }

  private static byte[] join(byte[] header, byte[] rest) {
    byte[] whole = Arrays.copyOf(header, header.length + rest.length);
    System.arraycopy(rest, 0, whole, header.length, rest.length);
    return whole;
  }
}
