package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.capture.bytes.Packets.ipv4;
import static org.dreyfus.capture.bytes.Packets.tcp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dreyfus.capture.LinkType;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.FlowKey;
import org.junit.jupiter.api.Test;

class FlowTableTest {

  private record Endpoint(InetAddress address, int port) {}

  private static final class Model {
    final long firstFrame;
    final FlowKey key;
    long fromInitiator;
    long fromResponder;
    long bytes;

    Model(long firstFrame, FlowKey key) {
      this.firstFrame = firstFrame;
      this.key = key;
    }
  }

  private final Random random = new Random(4711);
  private final DecodedPacket packet = new DecodedPacket();
  private final FlowTable table = new FlowTable();

  @Test
  void agreesWithAMapOverRandomKeysInBothDirections() throws UnknownHostException {
    Map<FlowKey, Integer> slots = new HashMap<>();
    List<Model> models = new ArrayList<>();
    for (int frame = 1; frame <= 400_000; frame++) {
      boolean ipv6 = random.nextInt(3) == 0;
      Endpoint source = endpoint(ipv6);
      Endpoint destination = endpoint(ipv6);
      int protocol = random.nextBoolean() ? 6 : 17;
      FlowKey key = fill(source, destination, protocol);
      FlowKey reverse =
          new FlowKey(
              key.responder(), key.responderPort(), key.initiator(), key.initiatorPort(), protocol);
      boolean known = slots.containsKey(key) || slots.containsKey(reverse);
      int slot = table.find(packet);
      assertThat(slot != -1).isEqualTo(known);
      if (!known) {
        slot = table.add(packet, frame, 10L * frame);
        assertThat(slot).isEqualTo(models.size());
        slots.put(key, slot);
        models.add(new Model(frame, key));
      }
      Model model = models.get(slot);
      table.count(slot, packet);
      boolean forward = slots.containsKey(key);
      assertThat(slots.get(forward ? key : reverse)).isEqualTo(slot);
      model.fromInitiator += forward ? 1 : 0;
      model.fromResponder += forward ? 0 : 1;
      model.bytes += packet.countedBytes;
    }
    assertThat(table.size()).isEqualTo(models.size()).isGreaterThan(50_000);
    models.forEach(this::check);
  }

  private void check(Model model) {
    int slot = slotOf(model);
    assertThat(table.key(slot)).isEqualTo(model.key);
    assertThat(table.firstFrame(slot)).isEqualTo(model.firstFrame);
    assertThat(table.firstTimestampNanos(slot)).isEqualTo(10 * model.firstFrame);
    assertThat(table.packets(slot, Direction.FROM_INITIATOR)).isEqualTo(model.fromInitiator);
    assertThat(table.packets(slot, Direction.FROM_RESPONDER)).isEqualTo(model.fromResponder);
    assertThat(table.bytes(slot)).isEqualTo(model.bytes);
    assertThat(table.initiatorPort(slot)).isEqualTo(model.key.initiatorPort());
    assertThat(table.responderPort(slot)).isEqualTo(model.key.responderPort());
    assertThat(table.ipProtocol(slot)).isEqualTo(model.key.ipProtocol());
  }

  private int slotOf(Model model) {
    FlowKey key = model.key;
    fill(
        new Endpoint(key.initiator(), key.initiatorPort()),
        new Endpoint(key.responder(), key.responderPort()),
        key.ipProtocol());
    return table.find(packet);
  }

  /** Few addresses and ports, so that packets of one flow meet; extremes included. */
  private Endpoint endpoint(boolean ipv6) throws UnknownHostException {
    byte[] address = new byte[ipv6 ? 16 : 4];
    address[0] = (byte) (random.nextInt(4) * 85);
    address[address.length - 1] = (byte) random.nextInt(8);
    if (ipv6) {
      address[7] = (byte) random.nextInt(3);
    }
    int port = random.nextInt(4) == 0 ? 65_535 : random.nextInt(40);
    return new Endpoint(
        ipv6 ? Inet6Address.getByAddress("", address, -1) : InetAddress.getByAddress(address),
        port);
  }

  private FlowKey fill(Endpoint source, Endpoint destination, int protocol) {
    byte[] from = source.address().getAddress();
    byte[] to = destination.address().getAddress();
    boolean ipv6 = from.length == 16;
    ByteBuffer header = ByteBuffer.allocate(40);
    header.put(ipv6 ? 8 : 12, from).put(ipv6 ? 24 : 16, to);
    int ports = source.port() << 16 | destination.port();
    packet.key.set(header, 0, ipv6 ? 6 : 4, protocol, ports, 0, false);
    packet.countedBytes = 1 + random.nextInt(1_500);
    return new FlowKey(
        source.address(), source.port(), destination.address(), destination.port(), protocol);
  }

  @Test
  void icmpErrorsBothWaysAreTwoFlows() throws UnknownHostException {
    Endpoint a = new Endpoint(InetAddress.getByName("10.0.0.1"), 3);
    Endpoint b = new Endpoint(InetAddress.getByName("10.0.0.2"), 3);
    fill(a, b, 1);
    packet.key.set(header(a, b), 0, 4, 1, 3 << 16 | 3, 0, true);
    table.add(packet, 1, 0);
    packet.key.set(header(b, a), 0, 4, 1, 3 << 16 | 3, 0, true);
    assertThat(table.find(packet)).isEqualTo(-1);
    int slot = table.add(packet, 2, 0);
    assertThat(table.key(slot).initiator()).isEqualTo(b.address());
  }

  private static ByteBuffer header(Endpoint source, Endpoint destination) {
    return ByteBuffer.allocate(20)
        .put(12, source.address().getAddress())
        .put(16, destination.address().getAddress());
  }

  @Test
  void watchersStandBesideTheCounts() {
    Decoding decoding = new Decoding(FlowRules.DREYFUS);
    decoding.decode(LinkType.RAW, ipv4("10.0.0.2", "10.0.0.1", 6, tcp(1, 2, 1, new byte[3])));
    int slot = table.add(decoding.packet(), 1, 0);
    table.watchers(slot, 3);
    table.count(slot, decoding.packet());
    table.watchers(slot, table.watchers(slot) - 1);
    assertThat(table.watchers(slot)).isEqualTo(2);
    assertThat(table.initiatorPort(slot)).isEqualTo(1);
    assertThat(table.payloadBytes(slot)).isEqualTo(3);
    assertThat(table.lastPayloadPacket(slot)).isEqualTo(1);
    table.restart(slot, decoding.packet(), 9, 5);
    assertThat(table.watchers(slot)).isZero();
    assertThat(table.packets(slot)).isZero();
    assertThat(table.lastPayloadPacket(slot)).isZero();
    assertThat(table.firstFrame(slot)).isEqualTo(9);
  }

  @Test
  void flowsOfAnotherTableKeepTheirKeysAndCountsHoweverMixed() throws UnknownHostException {
    FlowTable other = new FlowTable();
    List<FlowKey> keys = new ArrayList<>();
    while (other.size() < 2_000) {
      boolean ipv6 = random.nextBoolean();
      FlowKey key = fill(endpoint(ipv6), endpoint(ipv6), 17);
      if (other.find(packet) == -1) {
        other.count(other.add(packet, other.size() + 1L, 7), packet);
        keys.add(key);
      }
    }
    for (int there = 1_999; there >= 0; there -= 3) {
      int slot = table.adopt(other, there);
      assertThat(table.key(slot)).isEqualTo(keys.get(there));
      assertThat(table.bytes(slot)).isEqualTo(other.bytes(there));
      assertThat(table.firstFrame(slot)).isEqualTo(there + 1);
      FlowKey key = keys.get(there);
      fill(
          new Endpoint(key.responder(), key.responderPort()),
          new Endpoint(key.initiator(), key.initiatorPort()),
          17);
      assertThat(table.find(packet)).isEqualTo(slot);
      table.restart(slot, packet, 9, 9);
      assertThat(table.find(packet)).isEqualTo(slot);
      assertThat(table.key(slot).initiator()).isEqualTo(key.responder());
    }
  }
}
