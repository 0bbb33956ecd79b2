package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** What is asked of every shipped blocker. */
final class BlockerCheck {

  private static final byte[] HANDSHAKE = latin("\u0013BitTorrent protocol" + "\0".repeat(48));
  private static final byte[] DHT =
      latin("d1:ad2:id20:abcdefghij0123456789e1:q4:ping1:t2:aa1:y1:qe");
  private static final byte[] REQUEST = latin("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n");
  private static final byte[] ANSWER = latin("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

  private BlockerCheck() {}

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Innocent traffic comes out as it went in, in both directions, and nothing else does. */
  static void passesOthers(Cables cables) {
    for (IntFunction<Peers> family : List.<IntFunction<Peers>>of(Peers::v4, Peers::v6)) {
      Peers web = family.apply(80);
      connect(cables, web);
      assertThat(cables.up(web.fromClient(REQUEST))).as("request").isTrue();
      assertThat(cables.down(web.fromServer(ANSWER))).as("answer").isTrue();
      Peers name = family.apply(53);
      assertThat(cables.up(name.datagramFromClient(new byte[40]))).as("question").isTrue();
      assertThat(cables.down(name.datagramFromServer(new byte[90]))).as("its answer").isTrue();
    }
    assertThat(cables.injectedAtClients()).isEmpty();
    assertThat(cables.injectedAtServers()).isEmpty();
  }

  static void connect(Cables cables, Peers peers) {
    assertThat(cables.up(peers.syn())).as("SYN").isTrue();
    assertThat(cables.down(peers.synAck())).as("SYN/ACK").isTrue();
    assertThat(cables.up(peers.fromClient())).as("ACK").isTrue();
  }

  /** From the handshake on nothing of its flow passes, in both directions; another flow does. */
  static void blocksBitTorrent(Cables cables, boolean resets) {
    for (IntFunction<Peers> family : List.<IntFunction<Peers>>of(Peers::v4, Peers::v6)) {
      Peers swarm = family.apply(51_413);
      Peers web = family.apply(80);
      connect(cables, swarm);
      connect(cables, web);
      assertThat(cables.upSoon(swarm.fromClient(HANDSHAKE))).as("handshake").isFalse();
      checkResets(cables.injectedAtClients(), resets);
      assertThat(cables.injectedAtServers()).as("nobody spoke there").isEmpty();
      assertThat(cables.downSoon(swarm.fromServer(latin("more")))).as("server after").isFalse();
      checkResets(cables.injectedAtServers(), resets);
      assertThat(cables.upSoon(swarm.fromClient(latin("innocent")))).as("client after").isFalse();
      checkResets(cables.injectedAtClients(), resets);
      assertThat(cables.up(web.fromClient(REQUEST))).as("another flow").isTrue();
      assertThat(cables.down(web.fromServer(ANSWER))).as("its answer").isTrue();
    }
  }

  private static void checkResets(List<byte[]> injected, boolean promised) {
    if (promised) {
      assertThat(injected).hasSize(1);
      assertThat(Cables.areResets(injected)).as("a reset").isTrue();
    } else {
      assertThat(injected).isEmpty();
    }
  }

  /** A flow over UDP that has begun innocently stays blocked in both directions, too. */
  static void blocksUtp(Cables cables) {
    Peers swarm = Peers.v4(51_413);
    assertThat(cables.up(swarm.datagramFromClient(new byte[20]))).as("uTP begins").isTrue();
    assertThat(cables.down(swarm.datagramFromServer(new byte[20]))).as("is answered").isTrue();
    byte[] handshake = Arrays.copyOf(new byte[20], 20 + HANDSHAKE.length);
    System.arraycopy(HANDSHAKE, 0, handshake, 20, HANDSHAKE.length);
    assertThat(cables.upSoon(swarm.datagramFromClient(handshake))).as("handshake").isFalse();
    assertThat(cables.downSoon(swarm.datagramFromServer(new byte[30]))).as("server").isFalse();
    assertThat(cables.upSoon(swarm.datagramFromClient(new byte[30]))).as("client").isFalse();
  }

  /** One that is recognised by its first packet stays blocked in both directions. */
  static void blocksDht(Cables cables) {
    Peers nodes = Peers.v4(50_001);
    assertThat(cables.upSoon(nodes.datagramFromClient(DHT))).as("DHT").isFalse();
    assertThat(cables.downSoon(nodes.datagramFromServer(latin("x")))).as("answer").isFalse();
    assertThat(cables.upSoon(nodes.datagramFromClient(latin("y")))).as("later").isFalse();
    Peers others = Peers.v4(50_001);
    assertThat(cables.up(others.datagramFromClient(latin("y")))).as("another flow").isTrue();
  }

  /** By its port alone, from the first packet on. */
  static void blocksPorts(Cables cables) {
    assertThat(cables.upSoon(Peers.v4(4662).syn())).as("eD2k's port").isFalse();
    assertThat(cables.upSoon(Peers.v4(6881).datagramFromClient(latin("x")))).isFalse();
    assertThat(cables.injectedAtClients())
        .as("nothing, or resets")
        .allSatisfy(frame -> assertThat(Cables.areResets(List.of(frame))).isTrue());
  }

  /** After it has forgotten, what was blocked passes until it offends again. */
  static void forgets(Cables cables, RunningDevice device) {
    Peers swarm = Peers.v4(51_413);
    connect(cables, swarm);
    assertThat(cables.upSoon(swarm.fromClient(HANDSHAKE))).as("handshake").isFalse();
    assertThat(device.reset()).isTrue();
    assertThat(cables.up(swarm.fromClient(latin("innocent")))).as("after the reset").isTrue();
    assertThat(cables.upSoon(swarm.fromClient(HANDSHAKE))).as("another handshake").isFalse();
  }
}
