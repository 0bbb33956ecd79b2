package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.scoring.ceiling.Appearance;

/** Sessions by what a box sees of them that knows protocols only. Mixed ones are passed over. */
final class LookTally implements Tally<LookTally> {

  private static final long serialVersionUID = 1L;

  private final HashMap<Look, Counts> looks = new HashMap<>();

  /**
   * What is seen.
   *
   * @param decisive protocol that carries more than half of an unlicensed work; empty when none
   *     does
   */
  private record Look(TrafficClass trafficClass, TreeSet<String> protocols, String decisive)
      implements Serializable {}

  private static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;
    private String first;
    private long legal;
    private long infringing;

    private Counts(String first) {
      this.first = first;
    }
  }

  @Override
  public void add(SessionJudgement session) {
    if (session.legality() != Legality.MIXED) {
      boolean legal = session.legality() == Legality.LEGAL;
      Look look =
          new Look(
              session.traits().trafficClass(),
              allProtocols(session),
              legal ? "" : decisive(session));
      Counts counts = counts(look, session.session().id());
      counts.legal += legal ? 1 : 0;
      counts.infringing += legal ? 0 : 1;
    }
  }

  @Override
  public void add(LookTally other) {
    other.looks.forEach(
        (look, its) -> {
          Counts counts = counts(look, its.first);
          counts.legal += its.legal;
          counts.infringing += its.infringing;
        });
  }

  private Counts counts(Look look, String session) {
    Counts counts = looks.computeIfAbsent(look, absent -> new Counts(session));
    counts.first = counts.first.compareTo(session) < 0 ? counts.first : session;
    return counts;
  }

  /** In the order of the first session that looks so. */
  List<Appearance> appearances() {
    return looks.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().first))
        .map(LookTally::appearance)
        .toList();
  }

  private static Appearance appearance(Map.Entry<Look, Counts> entry) {
    Look look = entry.getKey();
    return new Appearance(
        look.trafficClass(),
        look.protocols(),
        Optional.of(look.decisive()).filter(its -> !its.isEmpty()),
        entry.getValue().legal,
        entry.getValue().infringing);
  }

  private static TreeSet<String> allProtocols(SessionJudgement session) {
    TreeSet<String> protocols = new TreeSet<>();
    session.flows().stream()
        .filter(flow -> !flow.has(Role.ATTACK))
        .forEach(flow -> protocols.add(flow.observation().label().protocol()));
    return protocols;
  }

  /** The protocol that carries more than half of the content bytes. */
  private static String decisive(SessionJudgement session) {
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
        .findFirst()
        .orElse("");
  }
}
