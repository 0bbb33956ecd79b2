package org.dreyfus.capture.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.LinkType;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;

/** Where packets are looked up in groups, a pass says what it would say of few flows. */
class LargeTableTest {

  private static final int FLOWS = 300_000;
  private static final int SOURCE = 12;
  private static final byte[] NO_PACKET = {0};

  /** Each flow has a second packet as late as can be; one frame in ten is no packet. */
  private static CaptureSource capture() {
    byte[] packet = Packets.ipv4("10.0.0.1", "192.0.2.1", 17, Packets.udp(9, 53, Packets.text(4)));
    PcapBytes file = PcapBytes.ofLink(LinkType.RAW);
    for (int i = 0; i < 2 * FLOWS; i++) {
      ByteBuffer.wrap(packet).putInt(SOURCE, 0x0a00_0000 + i % FLOWS);
      file.frame(i, packet);
      if (i % 9 == 8) {
        file.frame(i, NO_PACKET);
      }
    }
    return CaptureSource.bytes("many flows", file.toBytes());
  }

  @Test
  void countsOrderAndDecisionsAreThoseOfEveryFlow() {
    Verdict named = new Verdict.Identified("DNS", true);
    long[] seen = new long[1];
    Classifier second =
        (flow, packet) -> {
          boolean first = packet.number() == flow.id();
          assertThat(flow.packets()).isEqualTo(first ? 1 : 2);
          assertThat(packet.number()).isGreaterThan(seen[0]);
          seen[0] = packet.number();
          return first ? Verdict.undecided() : named;
        };
    List<FlowRecord> records = new ArrayList<>();
    PassSummary summary =
        new InspectionPass(
                FlowRules.DREYFUS,
                FrameRewriter.none(),
                List.of(second),
                (PassListener)
                    flow -> {
                      assertThat(flow.decidedAtPacket(0)).isEqualTo(2);
                      records.add(flow.record());
                    })
            .run(capture());
    assertThat(summary.damage()).isEmpty();
    assertThat(summary.flows()).isEqualTo(FLOWS).isEqualTo(records.size());
    assertThat(summary.ipPackets()).isEqualTo(2 * FLOWS);
    assertThat(summary.frames()).isEqualTo(2 * FLOWS + 2 * FLOWS / 9);
    for (int i = 0; i < FLOWS; i++) {
      assertThat(records.get(i).flow()).isEqualTo(1L + i + i / 9);
      assertThat(records.get(i).packets()).isEqualTo(2);
    }
  }
}
