package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;

/** Adds up flows by role and legal status. Counts all sessions. */
final class Totals implements Tally<Totals> {

  private static final long serialVersionUID = 1L;

  private final EnumMap<Role, EnumMap<LegalStatus, TreeMap<String, Sums>>> parts =
      new EnumMap<>(Role.class);

  /** Flows of one cluster. */
  private static final class Sums implements Serializable {
    private static final long serialVersionUID = 1L;
    private long flows;
    private long blocked;
    private long late;
    private long unanswered;
    private long bytes;
    private long content;
    private long passed;

    private void add(FlowJudgement flow) {
      flows++;
      blocked += flow.isBlocked() ? 1 : 0;
      late += flow.isLate() ? 1 : 0;
      unanswered += flow.isUnanswered() ? 1 : 0;
      bytes += flow.observation().bytes();
      content += flow.observation().contentBytes();
      passed += flow.contentBytesPassed();
    }

    private void add(Sums other) {
      flows += other.flows;
      blocked += other.blocked;
      late += other.late;
      unanswered += other.unanswered;
      bytes += other.bytes;
      content += other.content;
      passed += other.passed;
    }
  }

  @Override
  public void add(SessionJudgement session) {
    for (FlowJudgement flow : session.flows()) {
      clusters(flow.observation().label().role(), flow.observation().label().legalStatus())
          .computeIfAbsent(session.session().cluster(), absent -> new Sums())
          .add(flow);
    }
  }

  @Override
  public void add(Totals other) {
    other.parts.forEach(
        (role, statuses) ->
            statuses.forEach(
                (status, clusters) ->
                    clusters.forEach(
                        (cluster, its) ->
                            clusters(role, status)
                                .computeIfAbsent(cluster, absent -> new Sums())
                                .add(its))));
  }

  private TreeMap<String, Sums> clusters(Role role, LegalStatus status) {
    return parts
        .computeIfAbsent(role, absent -> new EnumMap<>(LegalStatus.class))
        .computeIfAbsent(status, absent -> new TreeMap<>());
  }

  List<FlowTotals> totals() {
    List<FlowTotals> totals = new ArrayList<>();
    parts.forEach(
        (role, statuses) ->
            statuses.forEach(
                (status, clusters) -> totals.add(total(role, status, clusters.values()))));
    return totals;
  }

  private static FlowTotals total(Role role, LegalStatus status, Collection<Sums> clusters) {
    Sums all = new Sums();
    clusters.forEach(all::add);
    return new FlowTotals(
        role,
        status,
        all.flows,
        all.blocked,
        all.late,
        all.unanswered,
        all.bytes,
        all.content,
        all.passed,
        share(clusters, its -> its.blocked, its -> its.flows),
        share(clusters, its -> its.passed, its -> its.content));
  }

  private static Optional<Bootstrap> share(
      Collection<Sums> clusters, ToDoubleFunction<Sums> some, ToDoubleFunction<Sums> all) {
    return Bootstrap.of(
        clusters.stream()
            .map(its -> new Bootstrap.Counts(some.applyAsDouble(its), all.applyAsDouble(its)))
            .toList());
  }
}
