package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Accusation.Deed;
import org.dreyfus.scoring.AccusedHosts.Example;

/** What {@link AccusedHosts} follow from. */
final class AccusationTally implements Tally<AccusationTally> {

  private static final long serialVersionUID = 1L;

  private static final int MOST_EXAMPLES = 20;

  private final EnumMap<Deed, Integer> deeds = new EnumMap<>(Deed.class);

  /** Of each cluster: hosts falsely accused, and these and those rightly accused. */
  private final TreeMap<String, int[]> clusters = new TreeMap<>();

  /** The first of each cluster that was falsely accused. */
  private final TreeMap<String, Case> examples = new TreeMap<>();

  /** An example, with what decides which one is first. */
  private record Case(
      Deed deed, String session, String address, String name, List<String> did, String reason)
      implements Serializable {

    static final Comparator<Case> ORDER =
        Comparator.comparing(Case::deed, Comparator.reverseOrder())
            .thenComparing(Case::session)
            .thenComparing(Case::address);

    static Case of(Accusation accusation, Session session) {
      Optional<Host> host =
          session.hosts().stream().filter(h -> h.address().equals(accusation.host())).findFirst();
      return new Case(
          accusation.deed(),
          session.id(),
          accusation.host(),
          host.map(Host::name).orElse(accusation.host()),
          host.map(Host::did).orElse(List.of()),
          accusation.reason());
    }

    Example in(String cluster) {
      return new Example(session, cluster, name, did, reason, deed);
    }
  }

  @Override
  public void add(SessionJudgement session) {
    String cluster = session.session().cluster();
    for (Accusation each : session.accusations()) {
      deeds.merge(each.deed(), 1, Integer::sum);
      boolean isFalse = each.deed() == Deed.LAWFUL || each.deed() == Deed.NO_WORK;
      if (isFalse) {
        show(cluster, Case.of(each, session.session()));
      }
      if (isFalse || each.deed() == Deed.UNLICENSED) {
        count(cluster, isFalse ? 1 : 0, 1);
      }
    }
  }

  @Override
  public void add(AccusationTally other) {
    other.deeds.forEach((deed, hosts) -> deeds.merge(deed, hosts, Integer::sum));
    other.clusters.forEach((cluster, its) -> count(cluster, its[0], its[1]));
    other.examples.forEach(this::show);
  }

  private void count(String cluster, int falsely, int judged) {
    int[] counts = clusters.computeIfAbsent(cluster, absent -> new int[2]);
    counts[0] += falsely;
    counts[1] += judged;
  }

  private void show(String cluster, Case its) {
    examples.merge(cluster, its, (a, b) -> Case.ORDER.compare(a, b) <= 0 ? a : b);
  }

  /** Empty when the classifier accused nobody. */
  Optional<AccusedHosts> hosts() {
    if (deeds.isEmpty()) {
      return Optional.empty();
    }
    int all = deeds.values().stream().mapToInt(hosts -> hosts).sum();
    int nobody = deeds.getOrDefault(Deed.NOBODY, 0);
    return Optional.of(
        new AccusedHosts(
            all - nobody,
            deeds.getOrDefault(Deed.UNLICENSED, 0),
            deeds.getOrDefault(Deed.UNDETERMINED, 0),
            deeds.getOrDefault(Deed.LAWFUL, 0),
            deeds.getOrDefault(Deed.NO_WORK, 0),
            nobody,
            Bootstrap.of(
                clusters.values().stream()
                    .map(its -> new Bootstrap.Counts(its[0], its[1]))
                    .toList()),
            shown()));
  }

  private List<Example> shown() {
    return examples.entrySet().stream()
        .map(entry -> entry.getValue().in(entry.getKey()))
        .sorted(
            Comparator.comparing(Example::deed, Comparator.reverseOrder())
                .thenComparing(Example::session))
        .limit(MOST_EXAMPLES)
        .toList();
  }
}
