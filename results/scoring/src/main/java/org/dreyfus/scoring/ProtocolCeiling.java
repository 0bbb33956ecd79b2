package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.scoring.ceiling.Appearance;
import org.dreyfus.scoring.ceiling.Ceiling;
import org.dreyfus.scoring.ceiling.CeilingFinder;
import org.dreyfus.scoring.ceiling.Vertex;

/**
 * A blocker beside the best that can be done by protocol alone. EVIDENCE, The protocol ceiling.
 *
 * @param pairs panel A: matched pairs only, a diagonal by construction
 * @param mixed panel B: all sessions, the lawful ones by {@code mix}
 * @param mix share of each class of traffic among lawful sessions; readers may set another
 * @param appearances what panel B was computed from
 */
public record ProtocolCeiling(
    Panel pairs, Panel mixed, Map<TrafficClass, Double> mix, List<Appearance> appearances) {

  /**
   * One panel.
   *
   * @param ceiling of boxes that see only protocols
   * @param falsePositives of this blocker in the same weights, 0 to 1
   * @param caught by this blocker, 0 to 1
   */
  public record Panel(Ceiling ceiling, double falsePositives, double caught) {}

  static ProtocolCeiling of(List<SessionJudgement> sessions) {
    List<SessionJudgement> paired =
        sessions.stream().filter(session -> session.session().pair().isPresent()).toList();
    Map<TrafficClass, Double> mix = evenly(sessions);
    Map<TrafficClass, Long> counts = new EnumMap<>(TrafficClass.class);
    lawful(sessions)
        .forEach(session -> counts.merge(session.traits().trafficClass(), 1L, Long::sum));
    double hit = 0;
    for (SessionJudgement session : lawful(sessions)) {
      TrafficClass its = session.traits().trafficClass();
      hit += session.anyBlocked() ? mix.getOrDefault(its, 0.0) / counts.getOrDefault(its, 1L) : 0;
    }
    List<Appearance> appearances = appearances(sessions);
    return new ProtocolCeiling(
        new Panel(
            rounded(CeilingFinder.of(appearances(paired))),
            share(lawful(paired).stream().map(SessionJudgement::anyBlocked).toList()),
            caught(paired)),
        new Panel(rounded(CeilingFinder.of(appearances, mix)), Digits.six(hit), caught(sessions)),
        mix,
        appearances);
  }

  private static Ceiling rounded(Ceiling ceiling) {
    return new Ceiling(
        ceiling.vertices().stream()
            .map(
                vertex ->
                    new Vertex(
                        Digits.six(vertex.falsePositives()),
                        Digits.six(vertex.caught()),
                        vertex.blocked()))
            .toList(),
        ceiling.undecided());
  }

  private static List<SessionJudgement> lawful(List<SessionJudgement> sessions) {
    return Strata.with(sessions, Legality.LEGAL);
  }

  private static double caught(List<SessionJudgement> sessions) {
    return share(
        Strata.with(sessions, Legality.INFRINGING).stream()
            .map(session -> !BlockRule.HALF.gotThrough(session, false))
            .toList());
  }

  private static double share(List<Boolean> answers) {
    long yes = answers.stream().filter(answer -> answer).count();
    return answers.isEmpty() ? 0 : Digits.six((double) yes / answers.size());
  }

  /** Every class that lawful sessions have, the same. */
  private static Map<TrafficClass, Double> evenly(List<SessionJudgement> sessions) {
    Set<TrafficClass> present = new TreeSet<>();
    lawful(sessions).forEach(session -> present.add(session.traits().trafficClass()));
    Map<TrafficClass, Double> mix = new TreeMap<>();
    present.forEach(its -> mix.put(its, Digits.six(1.0 / present.size())));
    return mix;
  }

  private record Look(
      TrafficClass trafficClass, Set<String> protocols, Optional<String> decisive) {}

  private static List<Appearance> appearances(Collection<SessionJudgement> sessions) {
    Map<Look, long[]> counts = new LinkedHashMap<>();
    for (SessionJudgement session : sessions) {
      if (session.legality() != Legality.MIXED) {
        boolean legal = session.legality() == Legality.LEGAL;
        Look look =
            new Look(
                session.traits().trafficClass(),
                allProtocols(session),
                legal ? Optional.empty() : decisive(session));
        counts.computeIfAbsent(look, its -> new long[2])[legal ? 0 : 1]++;
      }
    }
    List<Appearance> appearances = new ArrayList<>();
    counts.forEach(
        (look, count) ->
            appearances.add(
                new Appearance(
                    look.trafficClass(), look.protocols(), look.decisive(), count[0], count[1])));
    return appearances;
  }

  private static Set<String> allProtocols(SessionJudgement session) {
    Set<String> protocols = new TreeSet<>();
    session.flows().stream()
        .filter(flow -> !flow.has(Role.ATTACK))
        .forEach(flow -> protocols.add(flow.observation().label().protocol()));
    return protocols;
  }

  /** The protocol that carries more than half of the content bytes. */
  private static Optional<String> decisive(SessionJudgement session) {
    Map<String, Long> bytes = new TreeMap<>();
    session.flows().stream()
        .filter(flow -> flow.has(Role.CONTENT))
        .forEach(
            flow ->
                bytes.merge(
                    flow.observation().label().protocol(),
                    flow.observation().contentBytes(),
                    Long::sum));
    return bytes.entrySet().stream()
        .filter(carried -> carried.getValue() * 2 > session.contentBytes())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
