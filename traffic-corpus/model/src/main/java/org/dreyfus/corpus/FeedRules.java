package org.dreyfus.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The feeds say what the catalogue and the sessions say, and no more. */
final class FeedRules {

  private FeedRules() {}

  /** One line each, beginning with the file. */
  static List<String> problems(Corpus corpus) throws IOException {
    List<String> problems = new ArrayList<>(rights(corpus));
    problems.addAll(networks(corpus));
    return problems;
  }

  /** The rights feed names every work that is registered as unlicensed, and no other. */
  private static List<String> rights(Corpus corpus) throws IOException {
    List<String> problems = new ArrayList<>();
    Optional<Identifiers> feed = corpus.identifiers();
    if (feed.isEmpty()) {
      return problems;
    }
    Set<String> named =
        feed.get().works().stream().map(RegisteredWork::sha256).collect(Collectors.toSet());
    Set<String> unlicensed =
        corpus.works().values().stream()
            .filter(work -> work.legalStatus() == LegalStatus.INFRINGING)
            .map(Work::sha256)
            .collect(Collectors.toSet());
    for (String digest : new TreeSet<>(unlicensed)) {
      if (!named.contains(digest)) {
        problems.add(Corpus.IDENTIFIERS + ": does not name the unlicensed work " + digest);
      }
    }
    for (String digest : new TreeSet<>(named)) {
      if (!unlicensed.contains(digest)) {
        problems.add(Corpus.IDENTIFIERS + ": names " + digest + ", which is no unlicensed work");
      }
    }
    return problems;
  }

  /** A service is of one overlay, on the list or not, wherever it appears; the feed names all. */
  private static List<String> networks(Corpus corpus) throws IOException {
    List<String> problems = new ArrayList<>();
    NetworkTally tally = new NetworkTally();
    Map<String, Host.Service> known = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      tally.add(session, corpus.flows(session));
      for (Host host : session.hosts()) {
        host.service()
            .filter(
                service -> !isSame(service, known.computeIfAbsent(service.name(), n -> service)))
            .ifPresent(
                service ->
                    problems.add(
                        Places.of(session)
                            + ": service '"
                            + service.name()
                            + "' is another than in earlier sessions; one name, one service"));
      }
    }
    Optional<RiskyNetworks> feed = corpus.networks();
    if (feed.isPresent() && !feed.get().equals(tally.networks(corpus.manifest().riskRule()))) {
      problems.add(
          Corpus.NETWORKS + ": differs from what rule and sessions make it; write it again");
    }
    return problems;
  }

  private static boolean isSame(Host.Service one, Host.Service other) {
    return one.overlay().equals(other.overlay()) && one.listed() == other.listed();
  }
}
