package org.dreyfus.tck.java;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Breach;
import org.dreyfus.tck.trial.Trial;

/** One classifier over one capture, frame by frame. The caller closes the classifier. */
public final class Bench implements AutoCloseable {

  private final Calls calls;
  private final Manner manner;
  private final CaptureReader reader;
  private final Set<Long> lastFrames;
  private final PacketDecoder decoder = FlowRules.DREYFUS.newDecoder();
  private final FlowTable table = new FlowTable();
  private final Frame frame = new Frame();
  private final DecodedPacket decoded = new DecodedPacket();
  private final BenchPacket packet;
  private final BenchFlow view = new BenchFlow(table);
  private final Slots slots;
  private final Map<Integer, LiveFlow> live = new HashMap<>();
  private final Map<Long, Verdict> decided = new HashMap<>();
  private final Map<Long, Double> scores = new HashMap<>();
  private final List<InetAddress> accused = new ArrayList<>();

  /**
   * @throws CaptureException when the capture is damaged
   */
  public Bench(Classifier classifier, CaptureSource capture, Manner manner)
      throws CaptureException {
    this.calls = new Calls(classifier);
    this.manner = manner;
    this.lastFrames = manner.endsEarly() ? FlowEnds.of(capture) : Set.of();
    this.reader = CaptureReader.open(capture);
    this.slots = new Slots(manner.recycles());
    this.packet = new BenchPacket(frame, decoded, manner.foreignSeed());
  }

  /**
   * Shows the next frame.
   *
   * @return false when there is none, or the classifier crashed
   */
  public boolean step() throws CaptureException {
    if (calls.crash().isPresent() || !reader.next(frame)) {
      return false;
    }
    if (decoder.decode(frame, decoded)) {
      int place = placeOfPacket();
      table.count(place, decoded);
      LiveFlow flow = flow(place);
      if (!flow.verdict.isFinal()) {
        packet.turn(table.direction(place, decoded));
        note(flow, calls.inspect(view.turn(place, flow), packet));
      }
      if (lastFrames.contains(frame.number())) {
        end(place);
      }
    }
    return calls.crash().isEmpty();
  }

  private int placeOfPacket() {
    int place = table.find(decoded);
    if (place < 0) {
      return begin(table.add(decoded, frame.number(), frame.timestampNanos()));
    } else if (table.isReopenedBy(place, decoded)) {
      end(place);
      table.restart(place, decoded, frame.number(), frame.timestampNanos());
      return begin(place);
    }
    return place;
  }

  private int begin(int place) {
    live.put(place, new LiveFlow(frame.number(), slots.take()));
    return place;
  }

  private LiveFlow flow(int place) {
    LiveFlow flow = live.get(place);
    if (flow == null) {
      throw new IllegalStateException("a packet after its flow's last");
    }
    return flow;
  }

  private void note(LiveFlow flow, Verdict verdict) {
    flow.verdict = verdict;
    if (verdict.isFinal()) {
      decided.put(flow.id, verdict);
    }
  }

  private void end(int place) {
    LiveFlow flow = live.remove(place);
    if (flow == null || calls.crash().isPresent()) {
      return;
    }
    view.turn(place, flow);
    Verdict last = calls.conclude(view);
    if (!flow.verdict.isFinal()) {
      note(flow, settled(last));
    }
    OptionalDouble score = calls.score(view);
    score.ifPresent(value -> scores.put(flow.id, value));
    slots.giveBack(flow.slot);
  }

  private static Verdict settled(Verdict last) {
    return last instanceof Verdict.Identified identified
        ? new Verdict.Identified(identified.protocol(), true)
        : last;
  }

  /** The capture is over: ends all flows, then the classifier's work. */
  public void finish() {
    for (int place = 0; place < table.size(); place++) {
      end(place);
    }
    calls.finish(accused);
  }

  /** What was seen so far. */
  public Trial seen() {
    Map<Breach, Long> breaches = new HashMap<>(calls.breaches());
    Map<Breach, String> examples = new HashMap<>(calls.examples());
    Set<InetAddress> strangers = new HashSet<>(accused);
    for (int place = 0; place < table.size() && !strangers.isEmpty(); place++) {
      strangers.remove(table.key(place).initiator());
      strangers.remove(table.key(place).responder());
    }
    for (InetAddress stranger : strangers) {
      breaches.merge(Breach.UNKNOWN_HOST, 1L, Long::sum);
      examples.put(Breach.UNKNOWN_HOST, stranger.getHostAddress());
    }
    Optional<String> crash = calls.crash();
    crash.ifPresent(
        cause -> {
          breaches.merge(Breach.FAILED, 1L, Long::sum);
          examples.put(Breach.FAILED, cause);
        });
    int known = Set.copyOf(accused).size() - strangers.size();
    return new Trial(decided, scores, known, breaches, examples, crash);
  }

  /** Stops reading the capture. */
  @Override
  public void close() throws CaptureException {
    reader.close();
  }
}
