package org.dreyfus.capture.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.LinkType;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;

/** What a flow costs beside its place in the flow table. */
class FlowAllocationTest {

  private static final int FLOWS = 100_000;

  /** Verdict, packet and payload of the decision: 20 bytes with compressed references. */
  private static final int BYTES_A_FLOW = 21;

  private static final CaptureSource CAPTURE = capture();

  private static CaptureSource capture() {
    PcapBytes file = PcapBytes.ofLink(LinkType.RAW);
    for (int i = 0; i < FLOWS; i++) {
      String host = "10.0." + i / 200 % 250 + "." + (1 + i % 200);
      byte[] udp = Packets.udp(1_000 + i / 50_000, 53, Packets.text(4));
      file.frame(i, Packets.ipv4(host, "192.0.2.1", 17, udp));
    }
    return CaptureSource.bytes("flows", file.toBytes());
  }

  private static long allocated(List<Classifier> classifiers, PassListener listener) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    PassSummary summary =
        new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), classifiers, listener)
            .run(CAPTURE);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(summary.flows()).isEqualTo(FLOWS);
    return bytes;
  }

  @Test
  void aClassifierAndALookAtItsAnswersCostWhatIsKept() {
    Verdict named = new Verdict.Identified("DNS", true);
    List<Classifier> one = List.of((flow, packet) -> named);
    long[] looked = new long[2];
    PassListener looking =
        flow -> {
          looked[flow.verdict(0) == named && flow.crash(0).isEmpty() ? 1 : 0]++;
          looked[0] += flow.packets() + flow.bytes();
        };
    allocated(one, looking);
    long with = allocated(one, looking);
    assertThat(looked[1]).isEqualTo(2 * FLOWS);
    long without = allocated(List.of(), flow -> {});
    assertThat((with - without) / FLOWS)
        .as("bytes a flow for one classifier, beside %d without any", without / FLOWS)
        .isLessThanOrEqualTo(BYTES_A_FLOW);
  }
}
