package org.dreyfus.scoring;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Accusation.Deed;

/**
 * Accusations against what each host did. A host is rightly accused when it was an end of a CONTENT
 * flow that is infringing, falsely accused when it moved lawful works only, or none. Hosts of
 * undetermined works and addresses that nobody has are neither, and shown. Sessions of fidelity C
 * are left out, as from all headline numbers.
 *
 * @param hosts accused, each once a session; addresses that nobody has are not among them
 * @param unlicensed of these, those that moved an unlicensed work
 * @param undetermined of these, those that moved a work whose rights are undetermined
 * @param lawful of these, those that moved lawful works only
 * @param noWork of these, those that moved no work at all
 * @param nobody accused addresses that no host of their session has
 * @param falseShare approximate interval of the share of accused hosts that moved no unlicensed
 *     work, those of undetermined works left out
 * @param examples falsely accused hosts, those that moved nothing first; one a cluster
 */
public record AccusedHosts(
    int hosts,
    int unlicensed,
    int undetermined,
    int lawful,
    int noWork,
    int nobody,
    Optional<Bootstrap> falseShare,
    List<Example> examples) {

  private static final int MOST_EXAMPLES = 20;

  /**
   * A falsely accused host.
   *
   * @param session id
   * @param cluster id
   * @param host name within the session
   * @param did what it did, in plain words
   * @param reason what the classifier gave
   * @param deed what the labels say
   */
  public record Example(
      String session, String cluster, String host, List<String> did, String reason, Deed deed) {}

  /** Hosts that moved no unlicensed work. */
  public int falselyAccused() {
    return lawful + noWork;
  }

  /** Empty when the classifier accused nobody. */
  static Optional<AccusedHosts> of(List<Accusation> accusations, List<SessionJudgement> sessions) {
    Map<String, Session> byId =
        sessions.stream().collect(Collectors.toMap(s -> s.session().id(), s -> s.session()));
    List<Accusation> counted =
        accusations.stream().filter(each -> byId.containsKey(each.session())).toList();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    Map<Deed, Integer> deeds = new EnumMap<>(Deed.class);
    counted.forEach(each -> deeds.merge(each.deed(), 1, Integer::sum));
    int nobody = deeds.getOrDefault(Deed.NOBODY, 0);
    return Optional.of(
        new AccusedHosts(
            counted.size() - nobody,
            deeds.getOrDefault(Deed.UNLICENSED, 0),
            deeds.getOrDefault(Deed.UNDETERMINED, 0),
            deeds.getOrDefault(Deed.LAWFUL, 0),
            deeds.getOrDefault(Deed.NO_WORK, 0),
            nobody,
            falseShare(counted, byId),
            examples(counted, byId)));
  }

  private static Optional<Bootstrap> falseShare(
      List<Accusation> accusations, Map<String, Session> sessions) {
    Map<String, int[]> clusters = new TreeMap<>();
    for (Accusation each : accusations) {
      if (each.deed() == Deed.UNLICENSED || isFalse(each)) {
        int[] counts =
            clusters.computeIfAbsent(session(each, sessions).cluster(), name -> new int[2]);
        counts[0] += isFalse(each) ? 1 : 0;
        counts[1]++;
      }
    }
    return Bootstrap.of(
        clusters.values().stream().map(its -> new Bootstrap.Counts(its[0], its[1])).toList());
  }

  private static List<Example> examples(
      List<Accusation> accusations, Map<String, Session> sessions) {
    Map<String, Example> firsts = new TreeMap<>();
    accusations.stream()
        .filter(AccusedHosts::isFalse)
        .sorted(
            Comparator.comparing(Accusation::deed, Comparator.reverseOrder())
                .thenComparing(Accusation::session)
                .thenComparing(Accusation::host))
        .map(each -> example(each, session(each, sessions)))
        .forEach(each -> firsts.putIfAbsent(each.cluster(), each));
    return firsts.values().stream()
        .sorted(
            Comparator.comparing(Example::deed, Comparator.reverseOrder())
                .thenComparing(Example::session))
        .limit(MOST_EXAMPLES)
        .toList();
  }

  private static Example example(Accusation accusation, Session session) {
    Optional<Host> host =
        session.hosts().stream().filter(h -> h.address().equals(accusation.host())).findFirst();
    return new Example(
        session.id(),
        session.cluster(),
        host.map(Host::name).orElse(accusation.host()),
        host.map(Host::did).orElse(List.of()),
        accusation.reason(),
        accusation.deed());
  }

  private static Session session(Accusation accusation, Map<String, Session> sessions) {
    return Optional.ofNullable(sessions.get(accusation.session())).orElseThrow();
  }

  private static boolean isFalse(Accusation accusation) {
    return accusation.deed() == Deed.LAWFUL || accusation.deed() == Deed.NO_WORK;
  }
}
