package org.dreyfus.capture.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dreyfus.capture.bytes.Packets.ACK;
import static org.dreyfus.capture.bytes.Packets.FIN;
import static org.dreyfus.capture.bytes.Packets.SYN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.LinkType;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.dreyfus.capture.bytes.RandomTraffic;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A capture whose flows are shared out gives what it gives whole, in the same order. */
class ShardedPassTest {

  private static final Verdict BLOCKED = new Verdict.Blocked("odd", "port");
  private static final Verdict ALLOWED = new Verdict.Allowed("even");

  /** All that a listener is told, as text. */
  private static final class Told implements PassListener {
    final List<String> lines = new ArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    @Override
    public void ended(EndedFlow flow) {
      assertThat(busy.getAndSet(true)).as("told by two at once").isFalse();
      Answer answer = flow.answers().get(0);
      assertThat(flow.packets()).isEqualTo(flow.record().packets());
      assertThat(flow.bytes()).isEqualTo(flow.record().bytes());
      assertThat(flow.key()).isEqualTo(flow.record().key());
      assertThat(flow.verdict(0)).isEqualTo(answer.verdict());
      assertThat(flow.decidedAtPacket(0)).isEqualTo(answer.decidedAtPacket());
      assertThat(flow.crash(0)).isEqualTo(answer.crash());
      lines.add(flow.record() + " " + answer);
      busy.set(false);
    }

    @Override
    public void accused(int classifier, InetAddress host, String reason) {
      lines.add(classifier + " accuses " + host.getHostAddress() + ": " + reason);
    }

    @Override
    public void crashed(int classifier, String cause) {
      lines.add(classifier + " crashed: " + cause);
    }
  }

  /** Decides some flows at once, some late, some at their end and some never. */
  private static Classifier memoryless() {
    return new Scripted(
            (flow, packet) ->
                switch (flow.initiatorPort() % 4) {
                  case 0 -> ALLOWED;
                  case 1 -> flow.packets() >= 3 ? BLOCKED : Verdict.undecided();
                  default -> Verdict.undecided();
                })
        .concluding(
            flow ->
                flow.initiatorPort() % 4 == 2
                    ? new Verdict.Identified("end", true)
                    : flow.verdict());
  }

  private static Told whole(FlowRules rules, CaptureSource source, Classifier classifier) {
    Told told = new Told();
    PassSummary summary =
        new InspectionPass(rules, FrameRewriter.none(), List.of(classifier), told).run(source);
    told.lines.add(summary.toString());
    return told;
  }

  private static Told sharded(
      FlowRules rules, CaptureSource source, int shards, IntFunction<Classifier> classifiers) {
    Told told = new Told();
    List<Classifier> opened = IntStream.range(0, shards).mapToObj(classifiers).toList();
    try {
      told.lines.add(new ShardedPass(rules, opened, told).run(source).toString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return told;
  }

  /** Frames of all kinds, fragments, and connections that are opened, closed and opened again. */
  private static PcapBytes traffic(int frames) {
    Random random = new Random(3);
    RandomTraffic traffic = new RandomTraffic(4);
    PcapBytes file = PcapBytes.ofLink(LinkType.ETHERNET);
    for (int i = 0; i < frames; i++) {
      String host = "10.1.0." + (1 + random.nextInt(20));
      byte[] frame =
          switch (random.nextInt(4)) {
            case 0 -> traffic.frame();
            case 1 -> fragment(host, random.nextInt(6), random.nextBoolean());
            default -> connection(host, 1_000 + random.nextInt(9), random.nextInt(5));
          };
      file.frame(i, frame);
    }
    return file;
  }

  private static byte[] fragment(String host, int id, boolean first) {
    byte[] payload = first ? Packets.udp(4_000 + id, 9, Packets.text(24)) : Packets.text(11);
    return Packets.ethernet(
        0x800, Packets.ipv4Fragment(host, "10.2.0.1", 17, id, first ? 0 : 32, first, payload));
  }

  private static byte[] connection(String host, int port, int turn) {
    int flags = new int[] {SYN, ACK, ACK, ACK, FIN | ACK}[turn];
    return Packets.ethernet(
        0x800, Packets.ipv4(host, "10.2.0.2", 6, Packets.tcp(port, 80, flags, Packets.text(turn))));
  }

  @ParameterizedTest
  @EnumSource(FlowRules.class)
  void agreesForAnyNumberOfShards(FlowRules rules) {
    CaptureSource source = CaptureSource.bytes("traffic", traffic(6_000).toBytes());
    List<String> expected = whole(rules, source, memoryless()).lines;
    assertThat(expected).hasSizeGreaterThan(500);
    for (int shards = 1; shards <= 7; shards++) {
      assertThat(sharded(rules, source, shards, i -> memoryless()).lines)
          .as("%d shards", shards)
          .isEqualTo(expected);
    }
  }

  @Test
  void flowsThatEndEarlyKeepTheirOrderOverLongCaptures() {
    CaptureSource source = CaptureSource.bytes("traffic", traffic(300_000).toBytes());
    List<String> expected = whole(FlowRules.DREYFUS, source, memoryless()).lines;
    assertThat(sharded(FlowRules.DREYFUS, source, 3, i -> memoryless()).lines).isEqualTo(expected);
  }

  @Test
  void damageIsToldOnceAndAllBeforeItIsUsed() {
    PcapBytes file = traffic(1_000).record(0, -1, 0);
    CaptureSource source = CaptureSource.bytes("damaged", file.toBytes());
    List<String> expected = whole(FlowRules.DREYFUS, source, memoryless()).lines;
    assertThat(expected.get(expected.size() - 1)).contains("frames=1000", "is impossible");
    assertThat(sharded(FlowRules.DREYFUS, source, 2, i -> memoryless()).lines).isEqualTo(expected);
  }

  @Test
  void aSourceThatCannotBeOpenedIsDamage() {
    CaptureSource source = CaptureSource.bytes("nothing", new byte[0]);
    List<String> expected = whole(FlowRules.DREYFUS, source, memoryless()).lines;
    assertThat(expected).singleElement().asString().contains("the file is empty");
    assertThat(sharded(FlowRules.DREYFUS, source, 2, i -> memoryless()).lines).isEqualTo(expected);
  }

  @Test
  void aCrashTakesTheUndecidedFlowsOfItsShareOnly() {
    CaptureSource source = CaptureSource.bytes("traffic", traffic(3_000).toBytes());
    Classifier crashing =
        new Scripted(
            (flow, packet) -> {
              if (packet.number() > 1_000) {
                throw new IllegalStateException("too much");
              }
              return Verdict.undecided();
            });
    List<String> lines =
        sharded(FlowRules.DREYFUS, source, 3, share -> share == 1 ? crashing : Scripted.undecided())
            .lines;
    List<String> flows = lines.stream().filter(line -> line.startsWith("FlowRecord")).toList();
    long crashed = flows.stream().filter(line -> line.contains("too much")).count();
    assertThat(flows).hasSameSizeAs(flowsOf(whole(FlowRules.DREYFUS, source, memoryless())));
    assertThat(crashed).isBetween(flows.size() / 10L, flows.size() * 6L / 10);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("0 crashed: "))
        .singleElement()
        .asString()
        .contains("too much");
  }

  private static List<String> flowsOf(Told told) {
    return told.lines.stream().filter(line -> line.startsWith("FlowRecord")).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void aHostIsAccusedOnce(int shards) throws Exception {
    CaptureSource source = CaptureSource.bytes("traffic", traffic(500).toBytes());
    InetAddress host = InetAddress.getByName("10.0.0.9");
    List<String> lines =
        sharded(
                FlowRules.DREYFUS,
                source,
                shards,
                share ->
                    Scripted.undecided()
                        .finishing(
                            sink -> {
                              sink.accuse(host, "share " + share);
                              if (share == 1) {
                                sink.accuse(InetAddress.getLoopbackAddress(), "by one");
                              }
                            }))
            .lines;
    assertThat(lines)
        .filteredOn(line -> line.contains("accuses"))
        .containsExactly("0 accuses 10.0.0.9: share 0", "0 accuses 127.0.0.1: by one");
  }

  @Test
  void aCaptureThatChangesMeanwhileIsReported() {
    byte[] longer = traffic(200).toBytes();
    byte[] shorter = traffic(150).toBytes();
    CaptureSource source =
        new CaptureSource() {
          private int opened;

          @Override
          public String name() {
            return "growing";
          }

          @Override
          public synchronized ReadableByteChannel open() throws IOException {
            return CaptureSource.bytes("growing", opened++ == 0 ? shorter : longer).open();
          }
        };
    assertThat(sharded(FlowRules.DREYFUS, source, 2, i -> memoryless()).lines)
        .last()
        .asString()
        .contains("growing", "the file changed while it was read");
  }

  @Test
  void whatTheListenerThrowsComesThrough() {
    CaptureSource source = CaptureSource.bytes("traffic", traffic(2_000).toBytes());
    List<Classifier> opened = List.of(memoryless(), memoryless());
    PassListener full =
        flow -> {
          throw new UncheckedIOException(new IOException("no space"));
        };
    assertThatThrownBy(() -> new ShardedPass(FlowRules.DREYFUS, opened, full).run(source))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no space");
  }
}
