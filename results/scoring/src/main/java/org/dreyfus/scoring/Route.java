package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;

/**
 * What became of works over one route: content of one protocol, protection and legal status.
 *
 * @param protocol outermost on the wire
 * @param carries what a tunnel carries
 * @param protection of the content
 * @param legalStatus of the content
 * @param clusters in which it occurs
 * @param contentBytes of works
 * @param passed of these, in flows that were answered
 * @param unanswered of these, in flows that were not
 */
public record Route(
    String protocol,
    Optional<String> carries,
    Protection protection,
    LegalStatus legalStatus,
    int clusters,
    long contentBytes,
    long passed,
    long unanswered) {

  private record Key(String protocol, String carries, Protection protection, LegalStatus status)
      implements Comparable<Key> {

    static Key of(Label label) {
      return new Key(
          label.protocol(), label.carries().orElse(""), label.protection(), label.legalStatus());
    }

    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::protocol)
          .thenComparing(Key::carries)
          .thenComparing(Key::protection)
          .thenComparing(Key::status)
          .compare(this, other);
    }
  }

  private static final class Sums {
    private final Set<String> clusters = new HashSet<>();
    private long content;
    private long passed;
    private long unanswered;
  }

  static List<Route> of(List<SessionJudgement> sessions) {
    Map<Key, Sums> routes = new TreeMap<>();
    for (SessionJudgement session : sessions) {
      for (FlowJudgement flow : session.flows()) {
        if (flow.has(Role.CONTENT)) {
          Sums sums = routes.computeIfAbsent(Key.of(flow.observation().label()), key -> new Sums());
          sums.clusters.add(session.session().cluster());
          sums.content += flow.observation().contentBytes();
          sums.passed += flow.isUnanswered() ? 0 : flow.contentBytesPassed();
          sums.unanswered += flow.isUnanswered() ? flow.observation().contentBytes() : 0;
        }
      }
    }
    List<Route> all = new ArrayList<>();
    routes.forEach(
        (key, sums) ->
            all.add(
                new Route(
                    key.protocol(),
                    Optional.of(key.carries()).filter(carried -> !carried.isEmpty()),
                    key.protection(),
                    key.status(),
                    sums.clusters.size(),
                    sums.content,
                    sums.passed,
                    sums.unanswered)));
    return all;
  }
}
