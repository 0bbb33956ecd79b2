package org.dreyfus.exchange.flows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.Damage;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** All flows of a capture, and which frame belongs to which. Needs some 8 bytes a frame. */
public final class CaptureFlows {

  /** Stands for the flow of a frame that belongs to none: ARP, for example. */
  public static final long NO_FLOW = 0;

  private final List<FlowFacts> flows;
  private final Reader reader;
  private final long frames;

  private CaptureFlows(List<FlowFacts> flows, Reader reader, long frames) {
    this.flows = flows;
    this.reader = reader;
    this.frames = frames;
  }

  /**
   * Reads a capture to its end.
   *
   * @throws CaptureException when it is damaged
   */
  public static CaptureFlows of(CaptureSource capture) throws CaptureException {
    List<FlowRecord> records = new ArrayList<>();
    Reader reader = new Reader();
    InspectionListener keep =
        new InspectionListener() {
          @Override
          public void flowEnded(FlowRecord flow, List<Answer> answers) {
            records.add(flow);
          }
        };
    PassSummary summary =
        new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), List.of(reader), keep)
            .run(capture);
    if (summary.damage().isPresent()) {
      Damage damage = summary.damage().get();
      throw new CaptureException(damage.file(), damage.byteOffset(), damage.cause());
    }
    records.sort(Comparator.comparingLong(FlowRecord::flow));
    List<FlowFacts> flows = new ArrayList<>(records.size());
    for (FlowRecord flow : records) {
      flows.add(new FlowFacts(flow, reader.lastNanos.getOrDefault(flow.flow(), 0L)));
    }
    return new CaptureFlows(List.copyOf(flows), reader, summary.frames());
  }

  /** In the order of their first frames. */
  public List<FlowFacts> flows() {
    return flows;
  }

  /** Number of frames in the capture. */
  public long frames() {
    return frames;
  }

  /**
   * Number of the flow that a frame belongs to, or {@link #NO_FLOW}.
   *
   * @param frame from 1
   */
  public long flowOf(long frame) {
    return frame < reader.flowOfFrame.length ? reader.flowOfFrame[(int) frame] : NO_FLOW;
  }

  /** Whether a frame went from responder to initiator. */
  public boolean isBackward(long frame) {
    return reader.backward.get((int) frame);
  }

  /** Time of the first packet that belongs to a flow, since 1970-01-01 UTC. */
  public long startNanos() {
    return reader.firstNanos;
  }

  /** Time of the last packet that belongs to a flow. */
  public long endNanos() {
    return reader.latestNanos;
  }

  /** Looks at every packet by way of the plugin contract, and decides nothing. */
  private static final class Reader implements Classifier {

    private final Map<Long, Long> numberOfFlow = new HashMap<>();
    private final Map<Long, Long> lastNanos = new HashMap<>();
    private final BitSet backward = new BitSet();
    private long[] flowOfFrame = new long[1_024];
    private long firstNanos;
    private long latestNanos;

    @Override
    public Verdict inspect(Flow flow, Packet packet) {
      long frame = packet.number();
      long number = numberOfFlow.computeIfAbsent(flow.id(), id -> frame);
      if (numberOfFlow.size() == 1 && number == frame) {
        firstNanos = packet.timestampNanos();
      }
      latestNanos = packet.timestampNanos();
      lastNanos.put(number, packet.timestampNanos());
      if (frame >= flowOfFrame.length) {
        flowOfFrame =
            Arrays.copyOf(flowOfFrame, (int) Math.max(2L * flowOfFrame.length, frame + 1));
      }
      flowOfFrame[(int) frame] = number;
      backward.set((int) frame, packet.direction() == Direction.FROM_RESPONDER);
      return Verdict.undecided();
    }
  }
}
