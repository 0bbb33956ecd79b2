package org.dreyfus.inline.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dreyfus.inline.port.Port;

/** Both outer ends of a lab: what goes in at one, and what comes out. */
final class Cables implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofMillis(300);
  private static final int ETHERNET = 14;
  private static final int IPV6_HEADER = 40;
  private static final int TCP = 6;
  private static final int RST = 4;

  private final Port clients;
  private final Port servers;
  private final List<byte[]> othersAtClients = new ArrayList<>();
  private final List<byte[]> othersAtServers = new ArrayList<>();

  Cables(DeviceLab lab) {
    clients = Port.open(lab.clients());
    servers = Port.open(lab.servers());
  }

  /** Whether a frame of the client comes out at the servers as it was. */
  boolean up(byte[] frame) {
    return passes(frame, clients, servers, othersAtServers, PATIENCE);
  }

  boolean down(byte[] frame) {
    return passes(frame, servers, clients, othersAtClients, PATIENCE);
  }

  /** As {@link #up} for what is expected to be dropped: waits less. */
  boolean upSoon(byte[] frame) {
    return passes(frame, clients, servers, othersAtServers, SILENCE);
  }

  boolean downSoon(byte[] frame) {
    return passes(frame, servers, clients, othersAtClients, SILENCE);
  }

  /** As {@link #up}, for that many milliseconds. */
  boolean upWithin(byte[] frame, long millis) {
    return passes(frame, clients, servers, othersAtServers, Duration.ofMillis(millis));
  }

  private boolean passes(byte[] frame, Port from, Port to, List<byte[]> others, Duration patience) {
    from.send(frame, frame.length);
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      byte[] arrived = to.receive().orElse(new byte[0]);
      if (Arrays.equals(withoutPadding(arrived), withoutPadding(frame))) {
        return true;
      }
      if (arrived.length > 0) {
        others.add(arrived);
      }
    }
    return false;
  }

  /** What the kernel shows to iptables loses the padding of short Ethernet frames. */
  private static byte[] withoutPadding(byte[] frame) {
    if (frame.length < ETHERNET + 6) {
      return frame;
    }
    boolean v4 = frame[12] == 0x08;
    int at = v4 ? ETHERNET + 2 : ETHERNET + 4;
    int length = (frame[at] & 0xFF) << 8 | (frame[at + 1] & 0xFF);
    return Arrays.copyOf(frame, ETHERNET + length + (v4 ? 0 : IPV6_HEADER));
  }

  /** Frames that came out at the clients and were sent by nobody, since the last time. */
  List<byte[]> injectedAtClients() {
    return injected(clients, othersAtClients);
  }

  List<byte[]> injectedAtServers() {
    return injected(servers, othersAtServers);
  }

  private static List<byte[]> injected(Port port, List<byte[]> others) {
    long deadline = System.nanoTime() + SILENCE.toNanos();
    while (System.nanoTime() < deadline) {
      port.receive().ifPresent(others::add);
    }
    List<byte[]> all = List.copyOf(others);
    others.clear();
    return all;
  }

  /** Leaves out what was injected so far, such as promised resets. */
  void forgetInjected() {
    injectedAtClients();
    injectedAtServers();
  }

  /** Whether all are resets (RFC 9293), and there is one. */
  static boolean areResets(List<byte[]> frames) {
    return !frames.isEmpty() && frames.stream().allMatch(Cables::isReset);
  }

  private static boolean isReset(byte[] frame) {
    boolean v4 = frame[12] == 0x08;
    int transport = v4 ? 14 + (frame[14] & 15) * 4 : 54;
    return (v4 ? frame[23] : frame[20]) == TCP && (frame[transport + 13] & RST) != 0;
  }

  @Override
  public void close() {
    clients.close();
    servers.close();
  }
}
