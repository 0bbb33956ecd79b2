package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.dreyfus.capture.bytes.PcapngBytes;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hostile captures: nothing may escape from a pass, nothing may hang, and every packet that a
 * classifier sees lies within its frame.
 */
class FuzzTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int[] LINK_TYPES = {0, 1, 12, 14, 101, 108, 113, 228, 229, 276, 147};

  private final Random random = new Random(20_261_121);
  private final Prober prober = new Prober();
  private FlowRules rules = FlowRules.DREYFUS;

  /** Reads every byte of what it is shown and checks that the view holds together. */
  private static final class Prober implements Classifier {
    long packets;
    long sum;

    @Override
    public Verdict inspect(Flow flow, Packet packet) {
      int end = packet.frameOffset() + packet.capturedLength();
      int networkEnd = packet.networkOffset() + packet.networkLength();
      boolean holds =
          packet.networkOffset() >= packet.frameOffset()
              && networkEnd <= end
              && packet.transportOffset() >= packet.networkOffset()
              && packet.payloadOffset() >= packet.transportOffset()
              && packet.payloadLength() >= 0
              && packet.payloadOffset() + packet.payloadLength() == networkEnd
              && packet.wireLength() >= packet.capturedLength();
      if (!holds) {
        throw new IllegalStateException("packet " + packet.number() + " leaves its frame");
      }
      for (int i = packet.networkOffset(); i < networkEnd; i++) {
        sum += packet.buffer().get(i);
      }
      packets++;
      sum += flow.key().hashCode() + flow.bytes();
      return Verdict.undecided();
    }
  }

  private record Counter(List<String> crashes) implements InspectionListener {
    @Override
    public void flowEnded(FlowRecord flow, List<Answer> answers) {
      assertThat(flow.packets()).isPositive();
    }

    @Override
    public void crashed(int classifier, String cause) {
      crashes.add(cause);
    }
  }

  private PassSummary pass(byte[] capture) {
    List<String> crashes = new ArrayList<>();
    PassSummary summary =
        new InspectionPass(rules, FrameRewriter.none(), List.of(prober), new Counter(crashes))
            .run(CaptureSource.bytes("fuzz", capture));
    assertThat(crashes).isEmpty();
    summary
        .damage()
        .ifPresent(
            damage -> {
              assertThat(damage.byteOffset()).isBetween(0L, (long) capture.length);
              assertThat(damage.message()).startsWith("fuzz: byte ").doesNotContain("\n");
            });
    return summary;
  }

  private byte[] pcap;
  private byte[] pcapng;

  @BeforeEach
  void makeCaptures() {
    PcapBytes file = PcapBytes.ofLink(1);
    PcapngBytes blocks = new PcapngBytes().section(ByteOrder.BIG_ENDIAN);
    blocks.describeInterface(1, 0, blocks.resolution(9), blocks.endOfOptions());
    byte[] tcp = Packets.ipv4("10.0.0.1", "10.0.0.2", 6, Packets.tcp(1, 2, 2, Packets.text(20)));
    byte[] udp = Packets.udp(5, 53, Packets.text(24));
    byte[] ipv6 = Packets.ipv6("::1", "::2", 0, Packets.extension(17, 0, udp));
    byte[] gre = Packets.gre(0x2000, 0x6558, new byte[4], Packets.ethernet(0x86dd, ipv6));
    List<byte[]> frames =
        List.of(
            Packets.ethernet(0x0800, tcp),
            Packets.ethernet(0x88a8, Packets.vlan(1, 0x8847, Packets.mpls(1, true, ipv6))),
            Packets.ethernet(0x0800, Packets.ipv4("10.0.0.1", "10.0.0.2", 47, gre)),
            Packets.ethernet(
                0x8864, Packets.pppoe(0x21, Packets.ipv4("1.1.1.1", "2.2.2.2", 4, tcp))),
            Packets.ethernet(
                0x86dd, Packets.ipv6("::1", "::2", 44, Packets.ipv6Fragment(17, 9, 0, true, udp))));
    for (byte[] frame : frames) {
      file.frame(1, frame);
      blocks.enhanced(0, 1, frame, blocks.option(1, Packets.text(7)), blocks.endOfOptions());
    }
    pcap = file.toBytes();
    pcapng = blocks.simple(frames.get(0), 99).toBytes();
  }

  @ParameterizedTest
  @EnumSource
  void cutAnywhere(FlowRules flowRules) {
    rules = flowRules;
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (byte[] whole : List.of(pcap, pcapng)) {
            long frames = 0;
            for (int length = 0; length < whole.length; length++) {
              long read = pass(Arrays.copyOf(whole, length)).frames();
              assertThat(read).isGreaterThanOrEqualTo(frames);
              frames = read;
            }
            assertThat(pass(whole).damage()).isEmpty();
          }
        });
    assertThat(prober.packets).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void flippedBytes(FlowRules flowRules) {
    rules = flowRules;
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int run = 0; run < 1_500; run++) {
            byte[] damaged = (random.nextBoolean() ? pcap : pcapng).clone();
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
              damaged[random.nextInt(damaged.length)] = interesting();
            }
            pass(damaged);
          }
        });
    assertThat(prober.packets).isPositive();
  }

  private byte interesting() {
    int[] values = {0, 1, 4, 5, 6, 8, 41, 44, 47, 59, 0x45, 0x60, 0x7f, 0x80, 0xff};
    return (byte)
        (random.nextBoolean() ? random.nextInt(256) : values[random.nextInt(values.length)]);
  }

  @ParameterizedTest
  @EnumSource
  void framesOfRandomBytes(FlowRules flowRules) {
    rules = flowRules;
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int linkType : LINK_TYPES) {
            PcapBytes file = PcapBytes.ofLink(linkType);
            for (int i = 0; i < 4_000; i++) {
              byte[] frame = randomFrame();
              file.frame(i, frame, frame.length + random.nextInt(3) * 1_000);
            }
            assertThat(pass(file.toBytes()).frames()).isEqualTo(4_000);
          }
        });
    assertThat(prober.packets).isGreaterThan(200);
  }

  /** Random, but often with a type and a version that lead on. */
  private byte[] randomFrame() {
    byte[] frame = new byte[random.nextInt(200)];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = interesting();
    }
    int[] types = {0x0800, 0x86dd, 0x8100, 0x8847, 0x8864};
    int type = types[random.nextInt(types.length)];
    if (frame.length > 15 && random.nextBoolean()) {
      frame[12] = (byte) (type >>> 8);
      frame[13] = (byte) type;
    }
    if (frame.length > 34 && random.nextBoolean()) {
      frame[14] = 0x45;
      frame[16] = 0;
      frame[17] = (byte) (frame.length - 14);
      frame[20] = 0;
      frame[21] = 0;
    }
    return frame;
  }

  @Test
  void randomFiles() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          int[] magics = {0xa1b2c3d4, 0x4d3cb2a1, 0x0a0d0d0a, 0x1f8b0800};
          for (int run = 0; run < 1_000; run++) {
            byte[] file = new byte[random.nextInt(600)];
            random.nextBytes(file);
            int magic = magics[random.nextInt(magics.length)];
            for (int i = 0; i < Math.min(4, file.length); i++) {
              file[i] = (byte) (magic >>> 24 - 8 * i);
            }
            assertThat(pass(file).damage()).isPresent();
          }
        });
  }

  @Test
  void randomBlockLengths() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int run = 0; run < 1_000; run++) {
            PcapngBytes file = new PcapngBytes().section(ByteOrder.LITTLE_ENDIAN);
            for (int block = 0; block < 6; block++) {
              int length = random.nextInt(4) == 0 ? random.nextInt() : 4 * random.nextInt(20);
              byte[] body = new byte[4 * random.nextInt(16)];
              random.nextBytes(body);
              file.raw(file.ints(random.nextInt(8), length)).raw(body).raw(file.ints(length));
            }
            pass(file.toBytes());
          }
        });
  }
}
