package org.dreyfus.recorder;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.CaptureSource;
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
import org.dreyfus.corpus.AddressMention;

/**
 * What a capture holds.
 *
 * @param flows in the order of their first frames
 * @param flowOfFrame number of the flow that a frame belongs to; frames that carry no IP are absent
 * @param mentions of hosts in payloads
 * @param namesOthers whether an address also stands in a form that cannot be rewritten
 * @param startNanos time of the first packet, nanoseconds since 1970
 * @param endNanos time of the last packet
 */
record CaptureFacts(
    List<FlowRecord> flows,
    Map<Long, Long> flowOfFrame,
    List<AddressMention> mentions,
    boolean namesOthers,
    long startNanos,
    long endNanos) {

  /**
   * @param hosts name to address
   * @throws RecordingFailure when the capture is damaged or empty
   */
  static CaptureFacts of(Path capture, Map<String, InetAddress> hosts) {
    return of(capture, hosts, FrameRewriter.none());
  }

  /**
   * @param rewriter that frames go through first
   */
  static CaptureFacts of(Path capture, Map<String, InetAddress> hosts, FrameRewriter rewriter) {
    List<FlowRecord> flows = new ArrayList<>();
    Reader reader = new Reader(new MentionFinder(hosts));
    InspectionListener keep =
        new InspectionListener() {
          @Override
          public void flowEnded(FlowRecord flow, List<Answer> answers) {
            flows.add(flow);
          }
        };
    InspectionPass pass = new InspectionPass(FlowRules.DREYFUS, rewriter, List.of(reader), keep);
    PassSummary summary = pass.run(CaptureSource.file(capture));
    summary
        .damage()
        .ifPresent(
            damage -> {
              throw new RecordingFailure(damage.message());
            });
    if (flows.isEmpty()) {
      throw new RecordingFailure("nothing was captured");
    }
    flows.sort(Comparator.comparingLong(FlowRecord::flow));
    return new CaptureFacts(
        flows,
        reader.flowOfFrame,
        reader.finder.mentions(),
        reader.finder.missesSome(),
        reader.firstNanos,
        reader.lastNanos);
  }

  /** Reads payloads by way of the plugin contract, and decides nothing. */
  private static final class Reader implements Classifier {
    private static final int TCP = 6;

    private final MentionFinder finder;
    private final Map<Long, Long> firstFrames = new HashMap<>();
    private final Map<Long, Long> flowOfFrame = new HashMap<>();
    private long firstNanos = -1;
    private long lastNanos;

    Reader(MentionFinder finder) {
      this.finder = finder;
    }

    @Override
    public Verdict inspect(Flow flow, Packet packet) {
      if (firstNanos < 0) {
        firstNanos = packet.timestampNanos();
      }
      lastNanos = packet.timestampNanos();
      flowOfFrame.put(
          packet.number(), firstFrames.computeIfAbsent(flow.id(), id -> packet.number()));
      search(flow, packet);
      return Verdict.undecided();
    }

    private void search(Flow flow, Packet packet) {
      ByteBuffer buffer = packet.buffer();
      byte[] payload = new byte[packet.payloadLength()];
      buffer.get(packet.payloadOffset(), payload);
      int offset = packet.payloadOffset() - packet.frameOffset();
      if (flow.ipProtocol() == TCP) {
        long sequence = buffer.getInt(packet.transportOffset() + 4) & 0xffffffffL;
        String stream = flow.id() + " " + packet.direction();
        finder.segment(stream, packet.number(), offset, sequence, payload);
      } else {
        finder.datagram(packet.number(), offset, payload);
      }
    }
  }
}
