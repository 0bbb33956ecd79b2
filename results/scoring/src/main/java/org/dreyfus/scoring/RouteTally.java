package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;

/** What {@link Route}s follow from. */
final class RouteTally implements Tally<RouteTally> {

  private static final long serialVersionUID = 1L;

  private final TreeMap<Key, Sums> routes = new TreeMap<>();

  /**
   * One route.
   *
   * @param carries what a tunnel carries; empty when there is none
   */
  private record Key(String protocol, String carries, Protection protection, LegalStatus status)
      implements Comparable<Key>, Serializable {

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

  private static final class Sums implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Set<String> clusters = new HashSet<>();
    private long content;
    private long passed;
    private long unanswered;
  }

  @Override
  public void add(SessionJudgement session) {
    for (FlowJudgement flow : session.flows()) {
      if (flow.has(Role.CONTENT)) {
        Sums sums = sums(Key.of(flow.observation().label()));
        sums.clusters.add(session.session().cluster());
        sums.content += flow.observation().contentBytes();
        sums.passed += flow.isUnanswered() ? 0 : flow.contentBytesPassed();
        sums.unanswered += flow.isUnanswered() ? flow.observation().contentBytes() : 0;
      }
    }
  }

  @Override
  public void add(RouteTally other) {
    other.routes.forEach(
        (key, its) -> {
          Sums sums = sums(key);
          sums.clusters.addAll(its.clusters);
          sums.content += its.content;
          sums.passed += its.passed;
          sums.unanswered += its.unanswered;
        });
  }

  private Sums sums(Key key) {
    return routes.computeIfAbsent(key, absent -> new Sums());
  }

  List<Route> routes() {
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
