package org.dreyfus.classifier.reference.clouseau;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.classifier.reference.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClouseauTest {

  private static final int TRACKER = 9;
  private static final int TRACKER_PORT = 6969;
  private static final byte[] HASH = hash('h');
  private static final byte[] OTHER_HASH = hash('o');

  private static byte[] hash(char fill) {
    byte[] hash = new byte[20];
    Arrays.fill(hash, (byte) fill);
    return hash;
  }

  private static String announce(byte[] hash) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : hash) {
      encoded.append(String.format("%%%02X", b));
    }
    return "GET /announce?info_hash=" + encoded + "&peer_id=x&port=6881 HTTP/1.1\r\n\r\n";
  }

  private static byte[] handshake(byte[] hash) {
    byte[] bytes = new byte[68];
    byte[] head = "\u0013BitTorrent protocol".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(hash, 0, bytes, 28, 20);
    return bytes;
  }

  private static Configuration listing(int port) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, TRACKER});
    NetworkFeed feed =
        new NetworkFeed(List.of(new NetworkFeed.Service("BitTorrent", address, port)));
    return new Configuration(Map.of(), Optional.of(feed), Optional.empty());
  }

  private static List<Verdict> run(
      ClassifierProvider edition, Configuration configuration, Conversation conversation) {
    return conversation.verdicts(edition.open(configuration));
  }

  private static Conversation swarm(byte[] announced, byte[] shared) {
    return new Conversation()
        .tcp(1, 40_000, TRACKER, TRACKER_PORT, announce(announced))
        .tcp(1, 40_001, 2, 51_413, handshake(shared));
  }

  @Test
  void testimonyBlocksTorrentsOfListedTrackers() throws Exception {
    assertThat(run(new ClouseauTestimony(), listing(TRACKER_PORT), swarm(HASH, HASH)))
        .hasSize(2)
        .allMatch(verdict -> verdict instanceof Verdict.Blocked);
  }

  @Test
  void testimonyLetsOtherTorrentsPass() throws Exception {
    List<Verdict> other =
        run(new ClouseauTestimony(), listing(TRACKER_PORT), swarm(HASH, OTHER_HASH));
    assertThat(other.get(0)).isInstanceOf(Verdict.Blocked.class);
    assertThat(other.get(1)).isEqualTo(new Verdict.Allowed("BitTorrent"));
    assertThat(run(new ClouseauTestimony(), Configuration.empty(), swarm(HASH, HASH)))
        .allMatch(verdict -> verdict.equals(new Verdict.Allowed("BitTorrent")));
  }

  @Test
  void aBareAddressIsNotOnTheList() throws Exception {
    assertThat(run(new ClouseauTestimony(), listing(80), swarm(HASH, HASH)))
        .allMatch(verdict -> verdict.equals(new Verdict.Allowed("BitTorrent")));
  }

  @Test
  void whitePaperBlocksAllOfBitTorrent() {
    byte[] connect = {0, 0, 4, 0x17, 0x27, 0x10, 0x19, (byte) 0x80, 0, 0, 0, 0, 1, 2, 3, 4};
    byte[] query =
        "d1:ad2:id20:abcdefghij0123456789e1:q4:ping1:t2:aa1:y1:qe"
            .getBytes(StandardCharsets.US_ASCII);
    Conversation conversation =
        swarm(HASH, HASH)
            .udp(1, 40_000, TRACKER, 1_337, connect)
            .udp(1, 40_001, 2, 6_881, query)
            .udp(1, 40_002, 2, 6_882, utp(0x01, handshake(HASH)));
    assertThat(run(new ClouseauWhitepaper(), Configuration.empty(), conversation))
        .hasSize(5)
        .allSatisfy(
            verdict ->
                assertThat(verdict)
                    .isInstanceOfSatisfying(
                        Verdict.Blocked.class,
                        blocked -> assertThat(blocked.protocol()).isEqualTo("BitTorrent")));
  }

  @Test
  void aMarkerIsGatheredOverSeveralPackets() {
    byte[] handshake = handshake(HASH);
    Conversation conversation = new Conversation();
    for (byte b : handshake) {
      conversation.tcp(1, 40_001, 2, 51_413, new byte[] {b});
    }
    assertThat(run(new ClouseauWhitepaper(), Configuration.empty(), conversation).get(0))
        .as("40 packets are looked at, the marker is complete after 48")
        .isNotInstanceOf(Verdict.Blocked.class);
    for (Conversation halves :
        List.of(halves(handshake), halves(handshake).reordered(), halves(handshake).repeated())) {
      assertThat(run(new ClouseauWhitepaper(), Configuration.empty(), halves).get(0))
          .isInstanceOf(Verdict.Blocked.class);
    }
  }

  /** A first byte, so that what is put in order has a beginning, and two segments. */
  private static Conversation halves(byte[] handshake) {
    return new Conversation()
        .tcp(1, 40_001, 2, 51_413, Arrays.copyOf(handshake, 1))
        .tcp(1, 40_001, 2, 51_413, Arrays.copyOfRange(handshake, 1, 30))
        .tcp(1, 40_001, 2, 51_413, Arrays.copyOfRange(handshake, 30, 68));
  }

  private static byte[] udpAnnounce(byte[] hash) {
    ByteBuffer announce = ByteBuffer.allocate(98).putLong(77).putInt(1).putInt(5).put(hash);
    return announce.array();
  }

  private static Conversation udpSwarm(byte[] announced, byte[] shared) {
    byte[] connect = {0, 0, 4, 0x17, 0x27, 0x10, 0x19, (byte) 0x80, 0, 0, 0, 0, 1, 2, 3, 4};
    return new Conversation()
        .udp(1, 40_000, TRACKER, TRACKER_PORT, connect)
        .udp(TRACKER, TRACKER_PORT, 1, 40_000, new byte[16])
        .udp(1, 40_000, TRACKER, TRACKER_PORT, udpAnnounce(announced))
        .tcp(1, 40_001, 2, 51_413, handshake(shared));
  }

  @Test
  void testimonyLearnsFromUdpTrackersToo() throws Exception {
    assertThat(run(new ClouseauTestimony(), listing(TRACKER_PORT), udpSwarm(HASH, HASH)))
        .hasSize(2)
        .allMatch(verdict -> verdict instanceof Verdict.Blocked);
    List<Verdict> other =
        run(new ClouseauTestimony(), listing(TRACKER_PORT), udpSwarm(HASH, OTHER_HASH));
    assertThat(other.get(1)).isEqualTo(new Verdict.Allowed("BitTorrent"));
    assertThat(run(new ClouseauTestimony(), Configuration.empty(), udpSwarm(HASH, HASH)))
        .allMatch(verdict -> verdict.equals(new Verdict.Allowed("BitTorrent")));
  }

  @Test
  void aListedTorrentIsFoundAfterLawfulOnesOnTheSameUdpFlow() throws Exception {
    byte[] query =
        "d1:ad2:id20:abcdefghij0123456789e1:q4:ping1:t2:aa1:y1:qe"
            .getBytes(StandardCharsets.US_ASCII);
    Conversation conversation =
        new Conversation()
            .tcp(1, 40_000, TRACKER, TRACKER_PORT, announce(HASH))
            .udp(1, 6_881, 2, 6_881, query)
            .udp(1, 6_881, 2, 6_881, utp(0x01, handshake(OTHER_HASH)))
            .udp(1, 6_881, 2, 6_881, utp(0x01, handshake(HASH)));
    assertThat(run(new ClouseauTestimony(), listing(TRACKER_PORT), conversation))
        .hasSize(2)
        .allMatch(verdict -> verdict instanceof Verdict.Blocked);
  }

  /** Connection id 7, number 1, acknowledges 1. */
  private static byte[] utp(int typeAndVersion, byte[] payload) {
    ByteBuffer packet = ByteBuffer.allocate(20 + payload.length);
    packet.put((byte) typeAndVersion).put((byte) 0).putShort((short) 7);
    packet.putInt(0).putInt(0).putInt(0).putShort((short) 1).putShort((short) 1);
    return packet.put(payload).array();
  }

  @Test
  void microTransportIsKnownByItsGreetingAlone() {
    byte[] noise = noise(1, 300);
    Conversation conversation =
        new Conversation()
            .udp(1, 6_881, 2, 6_881, utp(0x41, new byte[0]))
            .udp(2, 6_881, 1, 6_881, utp(0x21, new byte[0]))
            .udp(1, 6_881, 2, 6_881, utp(0x01, noise));
    assertThat(run(new ClouseauWhitepaper(), Configuration.empty(), conversation))
        .containsExactly(new Verdict.Blocked("BitTorrent", "BitTorrent"));
    assertThat(run(new ClouseauTestimony(), Configuration.empty(), conversation))
        .containsExactly(new Verdict.Allowed("BitTorrent"));
  }

  private static byte[] noise(long seed, int length) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  @Test
  void whatCannotBeReadPassesInBothEditions() {
    Conversation bothWays =
        new Conversation()
            .tcp(1, 40_001, 2, 51_413, noise(1, 400))
            .tcp(2, 51_413, 1, 40_001, noise(2, 250));
    for (ClassifierProvider edition : List.of(new ClouseauTestimony(), new ClouseauWhitepaper())) {
      assertThat(run(edition, Configuration.empty(), bothWays).get(0))
          .isEqualTo(new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL));
    }
  }

  @Test
  void otherNetworksAreKnownByTheirFirstWords() {
    byte[] hello = {(byte) 0xe3, 20, 0, 0, 0, 0x01, 16, 0, 0, 0};
    Conversation conversation =
        new Conversation()
            .tcp(1, 1_001, 2, 4_662, hello)
            .tcp(1, 1_002, 2, 6_346, "GNUTELLA CONNECT/0.6\r\n")
            .tcp(1, 1_003, 2, 411, "$Lock EXTENDEDPROTOCOL Pk=x|")
            .tcp(1, 1_004, 2, 411, "HSUP ADBASE ADTIGR\n")
            .tcp(1, 1_005, 2, 1_214, "GET /.hash=0123456789abcdef HTTP/1.1\r\n")
            .udp(1, 1_006, 2, 4_672, new byte[] {(byte) 0xe3, (byte) 0x96, 1, 2, 3, 4});
    List<Verdict> verdicts = run(new ClouseauTestimony(), Configuration.empty(), conversation);
    assertThat(verdicts)
        .extracting(verdict -> ((Verdict.Blocked) verdict).protocol())
        .containsExactly(
            "eDonkey", "Gnutella", "DirectConnect", "DirectConnect", "FastTrack", "eDonkey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /film.mkv HTTP/1.1\r\nHost: example.test\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "\u0013BitTorrent protocul",
        "\u00e3",
        "G",
        "220 mail.example.test ESMTP\r\n"
      })
  void ordinaryTrafficPasses(String first) {
    for (ClassifierProvider edition : List.of(new ClouseauTestimony(), new ClouseauWhitepaper())) {
      assertThat(
              run(edition, Configuration.empty(), new Conversation().tcp(1, 1_000, 2, 80, first)))
          .noneMatch(verdict -> verdict instanceof Verdict.Blocked);
    }
  }

  @Test
  void randomBytesNeverCrashItAndAlwaysGiveTheSameAnswer() {
    Conversation conversation = new Conversation();
    Random random = new Random(17);
    for (int i = 0; i < 5_000; i++) {
      byte[] payload = new byte[1 + random.nextInt(200)];
      random.nextBytes(payload);
      if (random.nextBoolean()) {
        conversation.tcp(1, 1_000 + random.nextInt(300), 2, 80, payload);
      } else {
        conversation.udp(1, 1_000 + random.nextInt(300), 2, 80, payload);
      }
    }
    List<Verdict> first = run(new ClouseauWhitepaper(), Configuration.empty(), conversation);
    assertThat(run(new ClouseauWhitepaper(), Configuration.empty(), conversation)).isEqualTo(first);
    assertThat(first.stream().filter(v -> v instanceof Verdict.Blocked).count())
        .isLessThan(first.size() / 20);
  }
}
