package org.dreyfus.inline.replay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dreyfus.inline.traffic.NeutralText;

/**
 * Traffic that no blocker has a reason to touch: plain words, over TCP and UDP, between ports that
 * no service is registered for. For calibration.
 */
final class HarmlessTraffic {

  private static final int ROUNDS = 8;
  private static final int SHORTEST = 80;
  private static final int LONGEST = 900;
  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 12_000;
  private static final int FIN_ACK = 0x11;
  private static final int SYN = 0x02;
  private static final int SYN_ACK = 0x12;
  private static final int PUSH_ACK = 0x18;
  private static final int ACK = 0x10;
  private static final long GAP_NANOS = 200_000;

  private final SplittableRandom random;

  HarmlessTraffic(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** So many flows, each a script of its own; every other one over TCP. */
  List<Script> flows(int count) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Step> steps = i % 2 == 0 ? tcp() : udp();
      scripts.add(new Script("calibration-" + i, Optional.empty(), List.of(1L), steps, Map.of()));
    }
    return scripts;
  }

  private List<Step> udp() {
    List<Step> steps = new ArrayList<>();
    Ends ends = ends();
    for (int i = 0; i < 2 * ROUNDS; i++) {
      byte[] text = text();
      ByteBuffer transport = ByteBuffer.allocate(8 + text.length);
      boolean toServer = i % 2 == 0;
      transport.putShort((short) ends.port(toServer)).putShort((short) ends.port(!toServer));
      transport.putShort((short) (8 + text.length)).putShort((short) 1).put(text);
      add(steps, ends, toServer, IpPacket.UDP, transport.array(), text.length);
    }
    return steps;
  }

  private List<Step> tcp() {
    List<Step> steps = new ArrayList<>();
    Ends ends = ends();
    int[] sequence = {random.nextInt(), random.nextInt()};
    segment(steps, ends, true, SYN, new byte[0], sequence);
    segment(steps, ends, false, SYN_ACK, new byte[0], sequence);
    segment(steps, ends, true, ACK, new byte[0], sequence);
    for (int i = 0; i < 2 * ROUNDS; i++) {
      segment(steps, ends, i % 2 == 0, PUSH_ACK, text(), sequence);
    }
    segment(steps, ends, true, FIN_ACK, new byte[0], sequence);
    segment(steps, ends, false, FIN_ACK, new byte[0], sequence);
    segment(steps, ends, true, ACK, new byte[0], sequence);
    return steps;
  }

  private void segment(
      List<Step> steps, Ends ends, boolean toServer, int flags, byte[] payload, int[] sequence) {
    int self = toServer ? 0 : 1;
    ByteBuffer transport = ByteBuffer.allocate(20 + payload.length);
    transport.putShort((short) ends.port(toServer)).putShort((short) ends.port(!toServer));
    transport.putInt(sequence[self]).putInt(flags == SYN ? 0 : sequence[1 - self]);
    transport.put((byte) 0x50).put((byte) flags).putShort((short) 64_240).putInt(0).put(payload);
    boolean countsAsByte = (flags & 3) != 0;
    sequence[self] += payload.length + (countsAsByte ? 1 : 0);
    add(steps, ends, toServer, IpPacket.TCP, transport.array(), payload.length);
  }

  private static void add(
      List<Step> steps, Ends ends, boolean toServer, int protocol, byte[] transport, int payload) {
    ByteBuffer packet = ByteBuffer.allocate(20 + transport.length);
    packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity()).putInt(0x4000);
    packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
    packet.putInt(toServer ? ends.client() : ends.server());
    packet.putInt(toServer ? ends.server() : ends.client()).put(transport);
    byte[] frame = Ethernet.frame(packet.array(), 4, toServer);
    Checksum.redo(frame);
    steps.add(new Step(0, steps.size() + 1L, toServer, frame, payload, GAP_NANOS, Step.WHOLE));
  }

  /** IPv4 addresses and ports of both ends. */
  private record Ends(int client, int clientPort, int server, int serverPort) {
    int port(boolean ofClient) {
      return ofClient ? clientPort : serverPort;
    }
  }

  private Ends ends() {
    return new Ends(address(), port() + PORTS, address(), port());
  }

  /** 10.1dd.1dd.1dd, as in recorded sessions. */
  private int address() {
    int address = 10;
    for (int i = 0; i < 3; i++) {
      address = address << 8 | 100 + random.nextInt(100);
    }
    return address;
  }

  private int port() {
    return FIRST_PORT + random.nextInt(PORTS);
  }

  private byte[] text() {
    return NeutralText.of(SHORTEST + random.nextInt(LONGEST - SHORTEST), random.nextLong());
  }
}
