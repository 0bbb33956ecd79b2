package org.dreyfus.classifier.ndpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** nDPI on bytes that mean nothing: no crash, an answer for every flow. */
class GarbageTest {

  private static final int ETHERNET = 1;
  private static final int PACKETS = 20_000;

  @ParameterizedTest
  @EnumSource(FlowRules.class)
  void everyFlowIsAnswered(FlowRules rules) throws Exception {
    List<Answer> answers = answers(rules, capture(42, PACKETS));
    assertThat(answers).hasSizeGreaterThan(1_000);
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.crash()).isEmpty();
              assertThat(answer.verdict()).isInstanceOf(Verdict.Identified.class);
              assertThat(answer.decidedAtPacket()).isPositive();
            });
  }

  @Test
  void theSameCaptureGivesTheSameAnswers() throws Exception {
    byte[] capture = capture(7, 5_000);
    assertThat(answers(FlowRules.DREYFUS, capture)).isEqualTo(answers(FlowRules.DREYFUS, capture));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void damagedTrafficIsAnswered(long seed, @TempDir Path folder) throws Exception {
    Path sessions = Path.of("../../traffic-corpus/corpora/default/sessions");
    Path capture = folder.resolve("damaged.pcap");
    DamagedCapture.write(capture, sessions, 40, seed, DamagedCapture.Damage.ANYWHERE_AND_CUT);
    assertThat(answers(FlowRules.DREYFUS, Files.readAllBytes(capture)))
        .hasSizeGreaterThan(40)
        .allSatisfy(answer -> assertThat(answer.crash()).isEmpty());
  }

  private static List<Answer> answers(FlowRules rules, byte[] capture) {
    NdpiProvider provider = new NdpiProvider();
    boolean required = System.getenv("CI") != null;
    Assumptions.assumeTrue(
        required || provider.availability() instanceof Availability.Available,
        "libndpi is not installed");
    List<Answer> answers = new ArrayList<>();
    try (Classifier ndpi = provider.open(Configuration.empty())) {
      new InspectionPass(
              rules,
              FrameRewriter.none(),
              List.of(ndpi),
              (flow, given) -> answers.add(given.get(0)))
          .run(CaptureSource.bytes("garbage", capture));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return answers;
  }

  /** Ethernet and IPv4 headers around random bytes; lengths are sometimes wrong. */
  private static byte[] capture(long seed, int packets) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.to(Channels.newChannel(out), ETHERNET)) {
      for (int i = 0; i < packets; i++) {
        byte[] frame = new byte[34 + random.nextInt(1_400)];
        random.nextBytes(frame);
        ByteBuffer header = ByteBuffer.wrap(frame);
        int length = random.nextInt(10) == 0 ? random.nextInt(65_536) : frame.length - 14;
        header.putShort(12, (short) 0x0800);
        header.put(14, (byte) 0x45);
        header.putShort(16, (short) length);
        header.putShort(20, (short) 0);
        header.put(23, (byte) (random.nextBoolean() ? 6 : 17));
        header.putInt(26, 0x0a000000 | random.nextInt(50));
        header.putInt(30, 0x0a000100 | random.nextInt(50));
        writer.write(1_000_000L * i, frame);
      }
    }
    return out.toByteArray();
  }
}
