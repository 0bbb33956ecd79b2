package org.dreyfus.inline.replay;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.LinkLayer;
import org.dreyfus.capture.inspect.Answer;
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
import org.dreyfus.corpus.CorpusException;
import org.dreyfus.scoring.inline.InlineFlow.Change;

/**
 * Reads a session's capture as a script. Flows are numbered as in offline runs. For one capture.
 */
final class ScriptReader implements Classifier, InspectionListener {

  private static final long EVEN_GAP_NANOS = 1_000_000;
  private static final String NOT_IP = "no IP packet";
  private static final String CUT_OFF = "cut off when it was captured";

  private final List<Step> steps = new ArrayList<>();
  private final Map<Long, Integer> indexByFlow = new HashMap<>();
  private final List<Long> flows = new ArrayList<>();
  private final List<FlowRecord> records = new ArrayList<>();
  private final Map<String, Integer> datagrams = new HashMap<>();
  private final Map<String, Long> notReplayed = new TreeMap<>();
  private final Optional<Change> change;
  private final long gapCapNanos;
  private final Deque<Frame> shown = new ArrayDeque<>();
  private long previousNanos = Long.MIN_VALUE;

  private ScriptReader(Optional<Change> change, long gapCapNanos) {
    this.change = change;
    this.gapCapNanos = gapCapNanos;
  }

  /**
   * What was read.
   *
   * @param script to be replayed
   * @param flows as offline runs count them
   */
  record Read(Script script, List<FlowRecord> flows) {}

  /**
   * Reads a session.
   *
   * @param rewriter gives it addresses of its own
   * @param change made to it
   * @param gapCapNanos longest pause between two packets
   * @throws UncheckedIOException when the capture is damaged
   */
  static Read read(
      String session,
      CaptureSource capture,
      FrameRewriter rewriter,
      Optional<Change> change,
      long gapCapNanos) {
    ScriptReader reader = new ScriptReader(change, gapCapNanos);
    FrameRewriter watching =
        each -> {
          rewriter.rewrite(each);
          reader.shown.add(each);
        };
    PassSummary summary =
        new InspectionPass(FlowRules.DREYFUS, watching, List.of(reader), reader).run(capture);
    if (summary.damage().isPresent()) {
      throw new UncheckedIOException(
          new CorpusException("session " + session + ": " + summary.damage().get().message()));
    }
    reader.count(NOT_IP, summary.frames() - summary.ipPackets());
    Script script = new Script(session, change, reader.flows, reader.steps, reader.notReplayed);
    return new Read(script, List.copyOf(reader.records));
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    int index = indexByFlow.computeIfAbsent(flow.id(), this::newFlow);
    byte[] bytes = ipPacket(frameOf(packet));
    if (bytes.length == 0) {
      count(CUT_OFF, 1);
      return Verdict.undecided();
    }
    boolean toServer = packet.direction() == Direction.FROM_INITIATOR;
    byte[] wire = Ethernet.frame(bytes, bytes[0] >> 4 & 0xf, toServer);
    int fragmentOf = datagramOf(wire);
    IpPacket.tag(wire, 0);
    if (change.filter(its -> its == Change.BIT_INVERTED).isPresent()) {
      invert(wire);
    }
    Checksum.redo(wire);
    steps.add(
        new Step(
            index,
            flow.packets(),
            toServer,
            wire,
            payloadBytes(wire, packet),
            gapNanos(packet),
            fragmentOf));
    return Verdict.undecided();
  }

  private int newFlow(long id) {
    flows.add(id);
    return flows.size() - 1;
  }

  /** Frames are shown some at a time, before the packets in them. */
  private Frame frameOf(Packet packet) {
    while (shown.element().number() != packet.number()) {
      shown.remove();
    }
    return shown.element();
  }

  /** The outermost IP packet of a frame; empty when it was not captured whole. */
  private static byte[] ipPacket(Frame frame) {
    int at = LinkLayer.networkOffset(frame);
    ByteBuffer buffer = frame.buffer();
    boolean ipv4 = (buffer.get(at) & 0xf0) == 0x40;
    int length = ipv4 ? buffer.getShort(at + 2) & 0xffff : 40 + (buffer.getShort(at + 4) & 0xffff);
    if (at + length > frame.offset() + frame.capturedLength()) {
      return new byte[0];
    }
    byte[] packet = new byte[length];
    buffer.get(at, packet);
    return packet;
  }

  private int datagramOf(byte[] wire) {
    if (IpPacket.version(wire) != 4 || !IpPacket.isFragment(wire)) {
      return Step.WHOLE;
    }
    String datagram =
        Bytes.i32(wire, IpPacket.sourceAt(wire))
            + " "
            + Bytes.i32(wire, IpPacket.sourceAt(wire) + 4)
            + " "
            + IpPacket.protocol(wire)
            + " "
            + IpPacket.tag(wire);
    return datagrams.computeIfAbsent(datagram, unseen -> datagrams.size());
  }

  private static int payloadBytes(byte[] wire, Packet packet) {
    return IpPacket.fragmentOffset(wire) == 0
        ? packet.payloadLength()
        : IpPacket.end(wire) - IpPacket.transportAt(wire);
  }

  private static void invert(byte[] wire) {
    int end = IpPacket.end(wire);
    for (int i = IpPacket.payloadAt(wire); i < end; i++) {
      wire[i] = (byte) ~wire[i];
    }
  }

  private long gapNanos(Packet packet) {
    long now = packet.timestampNanos();
    long gap = previousNanos == Long.MIN_VALUE ? 0 : Math.max(0, now - previousNanos);
    previousNanos = now;
    boolean even = change.filter(its -> its == Change.RE_TIMED).isPresent();
    return Math.min(even ? EVEN_GAP_NANOS : gap, gapCapNanos);
  }

  private void count(String reason, long frames) {
    if (frames > 0) {
      notReplayed.merge(reason, frames, Long::sum);
    }
  }

  @Override
  public void flowEnded(FlowRecord flow, List<Answer> answers) {
    records.add(flow);
  }
}
