package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.dreyfus.corpus.Role;

/** Counts flows by what they are and by what a classifier took them for. */
final class ProtocolScores implements Tally<ProtocolScores> {

  private static final long serialVersionUID = 1L;

  /** Of one protocol in one cluster. */
  private static final class Sums implements Serializable {
    private static final long serialVersionUID = 1L;
    private long flows;
    private long named;
    private long right;
  }

  /** What was said, and of what. */
  private record Pairing(String name, String is) implements Serializable {}

  private final TreeMap<String, TreeMap<String, Sums>> all = new TreeMap<>();

  /** What was read already; empty for what says that nothing was recognised. */
  private final HashMap<Pairing, String> readings = new HashMap<>();

  private boolean names;

  @Override
  public void add(SessionJudgement session) {
    for (FlowJudgement flow : session.flows()) {
      if (!flow.has(Role.ATTACK)) {
        count(session.session().cluster(), flow.observation());
      }
    }
  }

  @Override
  public void add(ProtocolScores other) {
    names |= other.names;
    other.all.forEach(
        (protocol, clusters) ->
            clusters.forEach(
                (cluster, its) -> {
                  Sums sums = sums(protocol, cluster);
                  sums.flows += its.flows;
                  sums.named += its.named;
                  sums.right += its.right;
                }));
  }

  /** Empty when the classifier names no protocol of any flow. */
  List<ProtocolScore> scores() {
    List<ProtocolScore> scores = new ArrayList<>();
    if (names) {
      all.forEach((protocol, clusters) -> scores.add(score(protocol, clusters)));
    }
    return scores;
  }

  private void count(String cluster, Observation observation) {
    String is = observation.label().protocol();
    Optional<String> said =
        observation.outcome() instanceof Outcome.Answered
            ? observation.protocol().flatMap(name -> reading(name, is))
            : Optional.empty();
    Sums own = sums(is, cluster);
    own.flows++;
    if (said.isPresent()) {
      names = true;
      sums(said.get(), cluster).named++;
      own.right += said.get().equals(is) ? 1 : 0;
    }
  }

  private Optional<String> reading(String name, String is) {
    String read =
        readings.computeIfAbsent(
            new Pairing(name, is), pairing -> ProtocolReading.of(name, is).orElse(""));
    return Optional.of(read).filter(its -> !its.isEmpty());
  }

  private Sums sums(String protocol, String cluster) {
    return all.computeIfAbsent(protocol, absent -> new TreeMap<>())
        .computeIfAbsent(cluster, absent -> new Sums());
  }

  private static ProtocolScore score(String protocol, Map<String, Sums> clusters) {
    return new ProtocolScore(
        protocol,
        (int) clusters.values().stream().filter(its -> its.flows > 0).count(),
        clusters.values().stream().mapToLong(its -> its.flows).sum(),
        clusters.values().stream().mapToLong(its -> its.named).sum(),
        clusters.values().stream().mapToLong(its -> its.right).sum(),
        share(clusters, its -> its.named),
        share(clusters, its -> its.flows));
  }

  private static Optional<Bootstrap> share(
      Map<String, Sums> clusters, ToDoubleFunction<Sums> among) {
    return Bootstrap.of(
        clusters.values().stream()
            .map(its -> new Bootstrap.Counts(its.right, among.applyAsDouble(its)))
            .toList());
  }
}
