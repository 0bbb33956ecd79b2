package org.dreyfus.tck.traffic;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Very many flows at once: all begin before the first of them goes on. */
final class Crowd {

  /** One flow in ten goes on. */
  private static final int STEP = 10;

  private static final int FLOWS_A_HOST = 50;
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] CONTENT = Payloads.text("one of very many");

  private Crowd() {}

  static List<MadeFrame> frames(int flows) {
    List<MadeFrame> frames = new ArrayList<>(flows + flows / STEP);
    for (int flow = 0; flow < flows; flow++) {
      frames.add(frame(flow, Packets.SYN, 1, NOTHING));
    }
    for (int flow = 0; flow < flows; flow += STEP) {
      frames.add(frame(flow, Packets.ACK, 2, CONTENT));
    }
    return frames;
  }

  /** Every other flow is of UDP. */
  private static MadeFrame frame(int flow, int flags, int sequence, byte[] payload) {
    InetAddress from = Host.crowd(1 + flow / FLOWS_A_HOST);
    InetAddress to = Host.ordinary(1_000 + flow % 97);
    int port = 40_000 + flow % FLOWS_A_HOST;
    int service = flow % 3 == 0 ? 6_881 : 443;
    return MadeFrame.whole(
        flow % 2 == 0
            ? Packets.ip(
                from,
                to,
                Packets.TCP,
                Packets.tcp(from, port, to, service, sequence, 0, flags, payload))
            : Packets.ip(from, to, Packets.UDP, Packets.udp(from, port, to, service, CONTENT)));
  }
}
