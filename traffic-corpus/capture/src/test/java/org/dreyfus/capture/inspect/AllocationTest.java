package org.dreyfus.capture.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.capture.bytes.Packets.ACK;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;

/** Once its flows are known, a pass allocates nothing per packet. */
class AllocationTest {

  private static final int FEW = 20_000;
  private static final int MANY = 220_000;
  private static final InspectionListener NOBODY = (flow, answers) -> {};

  private static CaptureSource capture(int packets) {
    Talk talk = new Talk();
    for (int i = 0; i < packets; i++) {
      int port = 1_000 + i % 50;
      switch (i % 3) {
        case 0 -> talk.client(port, ACK, 11);
        case 1 -> talk.server(port, ACK, 700);
        default ->
            talk.frame(Packets.ipv6("::1", "::2", 17, Packets.udp(port, 53, Packets.text(30))));
      }
    }
    return talk.source();
  }

  private static long allocated(CaptureSource source, List<Classifier> classifiers) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    PassSummary summary =
        new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), classifiers, NOBODY)
            .run(source);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(summary.damage()).isEmpty();
    return bytes;
  }

  @Test
  void nothingIsAllocatedPerPacket() {
    List<Classifier> classifiers =
        List.of(
            (flow, packet) ->
                packet.buffer().get(packet.networkOffset()) == 0
                    ? new Verdict.Allowed("never")
                    : Verdict.undecided(),
            (flow, packet) -> Verdict.undecided());
    CaptureSource few = capture(FEW);
    CaptureSource many = capture(MANY);
    allocated(few, classifiers);
    long difference = allocated(many, classifiers) - allocated(few, classifiers);
    assertThat(difference)
        .as("bytes for %d more packets", MANY - FEW)
        .isLessThan((MANY - FEW) / 100);
  }
}
