package org.dreyfus.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.exchange.rebuilt.RebuiltCapture;
import org.dreyfus.exchange.rebuilt.RebuiltPacket;
import org.dreyfus.exchange.rebuilt.RebuiltPacket.Tcp;

/** Captures of a few packets, made by the tests. */
public final class SmallCapture {

  public static final long START = 1_700_000_000_000_000_000L;
  public static final String CLIENT = "10.101.1.1";
  public static final String SERVER = "10.102.1.1";

  private final List<RebuiltPacket> packets = new ArrayList<>();

  /** A TCP exchange: SYN, SYN-ACK, a payload each way, FIN. A millisecond between packets. */
  public SmallCapture tcp(long atMillis, int clientPort, int serverPort, String payload)
      throws IOException {
    byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
    add(atMillis, true, clientPort, serverPort, Tcp.SYN, new byte[0]);
    add(atMillis + 1, false, clientPort, serverPort, Tcp.SYN | Tcp.ACK, new byte[0]);
    add(atMillis + 2, true, clientPort, serverPort, Tcp.ACK, bytes);
    add(atMillis + 3, false, clientPort, serverPort, Tcp.ACK, bytes);
    add(atMillis + 4, true, clientPort, serverPort, Tcp.FIN | Tcp.ACK, new byte[0]);
    return this;
  }

  /** A UDP question and its answer. */
  public SmallCapture udp(long atMillis, int clientPort, int serverPort) throws IOException {
    add(atMillis, true, RebuiltPacket.UDP, clientPort, serverPort, 0, new byte[] {1, 2, 3});
    add(atMillis + 1, false, RebuiltPacket.UDP, clientPort, serverPort, 0, new byte[] {4});
    return this;
  }

  private void add(
      long atMillis, boolean forward, int clientPort, int serverPort, int flags, byte[] payload)
      throws IOException {
    add(atMillis, forward, RebuiltPacket.TCP, clientPort, serverPort, flags, payload);
  }

  private void add(
      long atMillis,
      boolean forward,
      int protocol,
      int clientPort,
      int serverPort,
      int flags,
      byte[] payload)
      throws IOException {
    packets.add(
        new RebuiltPacket(
            START + atMillis * 1_000_000,
            InetAddress.getByName(forward ? CLIENT : SERVER),
            forward ? clientPort : serverPort,
            InetAddress.getByName(forward ? SERVER : CLIENT),
            forward ? serverPort : clientPort,
            protocol,
            new Tcp(1, 1, flags, 1_000),
            payload.length,
            payload));
  }

  public List<RebuiltPacket> packets() {
    return packets;
  }

  /** Writes pcap. */
  public Path write(Path file) throws IOException {
    RebuiltCapture.write(file, packets);
    return file;
  }
}
