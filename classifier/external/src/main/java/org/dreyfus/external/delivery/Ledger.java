package org.dreyfus.external.delivery;

import java.net.InetAddress;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.dreyfus.capture.Frame;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Breach;
import org.dreyfus.external.StreamAnswer;
import org.dreyfus.external.Timing;
import org.dreyfus.external.line.FlowName;
import org.dreyfus.external.line.Line;

/**
 * Keeps the account of one capture: what was delivered, and what was said of it. One thread
 * delivers while another brings lines.
 */
public final class Ledger {

  private record Said(Verdict verdict, Optional<DecisionPoint> decided) {
    static final Said NOTHING = new Said(Verdict.undecided(), Optional.empty());
  }

  private static final long LOOK_MILLIS = 1_000;

  private final Timing timing;
  private final DeliveredFlows flows = new DeliveredFlows();
  private final FlowIndex index = new FlowIndex(flows);
  private final Map<Integer, Said> said = new HashMap<>();
  private final Map<Integer, Double> scores = new HashMap<>();
  private final Map<InetAddress, String> accused = new LinkedHashMap<>();
  private final Map<Breach, Long> breaches = new EnumMap<>(Breach.class);
  private final Map<Breach, String> examples = new EnumMap<>(Breach.class);
  private boolean captureIsOver;
  private boolean outputIsOver;
  private long acknowledged;

  public Ledger(Timing timing) {
    this.timing = timing;
  }

  /**
   * Counts a frame that is about to be delivered.
   *
   * @return whether it belongs to a flow that the plugin has not decided
   */
  public synchronized boolean deliver(Frame frame) {
    int flow = flows.accept(frame);
    return flow != DeliveredFlows.NONE && !isDecided(flow);
  }

  /** What was said so far of the flow of a delivered frame; undecided when it is of none. */
  public synchronized Verdict verdict(long frame) {
    OptionalInt flow = flows.flowOfFrame(frame);
    return flow.isEmpty()
        ? Verdict.undecided()
        : said.getOrDefault(flow.getAsInt(), Said.NOTHING).verdict();
  }

  /** All frames were delivered and the input is closed. */
  public synchronized void captureIsOver() {
    captureIsOver = true;
  }

  /** The plugin will say no more. */
  public synchronized void outputIsOver() {
    outputIsOver = true;
    notifyAll();
  }

  /** Takes a line of the contract. */
  public synchronized void accept(Line line) {
    if (line instanceof Line.Marker marker) {
      acknowledge(marker.frame());
    } else if (line instanceof Line.Accusation accusation) {
      accused.putIfAbsent(accusation.host(), accusation.reason());
    } else if (line instanceof Line.Decision decision) {
      decide(decision);
    } else if (line instanceof Line.Score score) {
      OptionalInt flow = find(score.flow(), OptionalLong.empty());
      flow.ifPresent(found -> scores.put(found, score.value()));
    }
  }

  private void acknowledge(long frame) {
    if (frame > flows.frames()) {
      breach(Breach.AHEAD_OF_INPUT, "seen " + frame + ", " + flows.frames() + " delivered");
      return;
    }
    acknowledged = Math.max(acknowledged, frame);
    notifyAll();
  }

  /**
   * Waits until the plugin has acknowledged a frame, or will say no more.
   *
   * @param givenUp asked every second: something that outlived the plugin may hold its output open
   * @return whether it was acknowledged
   */
  public synchronized boolean awaitMarker(long frame, BooleanSupplier givenUp)
      throws InterruptedException {
    while (acknowledged < frame && !outputIsOver && !givenUp.getAsBoolean()) {
      wait(LOOK_MILLIS);
    }
    return acknowledged >= frame;
  }

  private void decide(Line.Decision decision) {
    if (decision.at().orElse(0) > flows.frames()) {
      breach(Breach.AHEAD_OF_INPUT, "at " + decision.at().getAsLong());
      return;
    }
    OptionalInt found = find(decision.flow(), decision.at());
    if (found.isEmpty()) {
      return;
    }
    int flow = found.getAsInt();
    decision.score().ifPresent(score -> scores.put(flow, score));
    if (isDecided(flow)) {
      breach(Breach.ANSWERED_AGAIN, decision.flow().toString());
      return;
    }
    if (isBackDated(flow, decision.at())) {
      breach(
          Breach.BACK_DATED,
          "at %d, came after frame %d".formatted(decision.at().getAsLong(), flows.lastFrame(flow)));
    }
    Optional<DecisionPoint> point =
        decision.verdict().isFinal()
            ? Optional.of(flows.now(flow, captureIsOver))
            : Optional.empty();
    said.put(flow, new Said(decision.verdict(), point));
  }

  private OptionalInt find(FlowName name, OptionalLong at) {
    OptionalInt found = index.find(name, at);
    if (found.isEmpty()) {
      breach(
          isAhead(name) ? Breach.AHEAD_OF_INPUT : Breach.UNKNOWN_FLOW,
          "%s; %d frames delivered".formatted(name, flows.frames()));
    }
    return found;
  }

  private boolean isAhead(FlowName name) {
    return name instanceof FlowName.ByFrame frame && frame.number() > flows.frames();
  }

  private boolean isBackDated(int flow, OptionalLong at) {
    return timing == Timing.LOCKSTEP && at.isPresent() && at.getAsLong() < flows.lastFrame(flow);
  }

  private boolean isDecided(int flow) {
    Said before = said.get(flow);
    return before != null && before.decided().isPresent();
  }

  /**
   * Counts a breach of the contract.
   *
   * @param example one line; the first of each kind is kept
   */
  public synchronized void breach(Breach breach, String example) {
    breaches.merge(breach, 1L, Long::sum);
    examples.putIfAbsent(breach, example);
  }

  public synchronized Map<Breach, Long> breaches() {
    return new EnumMap<>(breaches);
  }

  public synchronized Map<Breach, String> examples() {
    return new EnumMap<>(examples);
  }

  /** The last frame that the plugin acknowledged; 0 before its first marker. */
  public synchronized long acknowledged() {
    return acknowledged;
  }

  /** How many frames were delivered so far. */
  public synchronized long frames() {
    return flows.frames();
  }

  /**
   * What the plugin said of each flow, by first frame.
   *
   * @param whole whether it came to its end as it should: then identifications that were not final
   *     have settled
   */
  public synchronized Map<Long, StreamAnswer> answers(boolean whole) {
    Set<Integer> spokenOf = new HashSet<>(said.keySet());
    spokenOf.addAll(scores.keySet());
    Map<Long, StreamAnswer> answers = new HashMap<>();
    for (int flow : spokenOf) {
      answer(flow, said.getOrDefault(flow, Said.NOTHING), whole)
          .ifPresent(answer -> answers.put(flows.firstFrame(flow), answer));
    }
    return answers;
  }

  private Optional<StreamAnswer> answer(int flow, Said what, boolean whole) {
    OptionalDouble score =
        scores.containsKey(flow) ? OptionalDouble.of(scores.get(flow)) : OptionalDouble.empty();
    if (what.decided().isPresent()) {
      return Optional.of(answer(what.verdict(), what.decided().get(), score));
    } else if (!whole) {
      return Optional.empty();
    }
    DecisionPoint end = flows.now(flow, true);
    return Optional.of(
        what.verdict() instanceof Verdict.Identified identified
            ? answer(new Verdict.Identified(identified.protocol(), true), end, score)
            : new StreamAnswer(what.verdict(), 0, end.payloadBytesBefore(), score));
  }

  private static StreamAnswer answer(Verdict verdict, DecisionPoint at, OptionalDouble score) {
    return new StreamAnswer(verdict, at.packet(), at.payloadBytesBefore(), score);
  }

  /** The accused hosts that packets carried; the others are breaches. */
  public synchronized Map<InetAddress, String> accused() {
    Set<InetAddress> hosts = flows.hosts();
    Map<InetAddress, String> there = new LinkedHashMap<>();
    accused.forEach(
        (host, reason) -> {
          if (hosts.contains(host)) {
            there.put(host, reason);
          } else {
            breach(Breach.UNKNOWN_HOST, host.getHostAddress());
          }
        });
    return there;
  }
}
