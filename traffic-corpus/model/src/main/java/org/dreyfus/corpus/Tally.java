package org.dreyfus.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds sessions up to a {@link Census}. */
final class Tally {

  private static final List<String> AXES =
      List.of("origin", "legalStatus", "legalBasis", "protection", "role", "protocol");

  private final Set<String> sessions = new TreeSet<>();
  private final Set<String> scenarios = new TreeSet<>();
  private final Set<String> clusters = new TreeSet<>();
  private final Map<AxisValue, Seen> shares = new TreeMap<>();
  private final Map<PairKind, Seen> pairs = new TreeMap<>();
  private final Map<RouteKey, RouteSeen> routes = new TreeMap<>();

  private record AxisValue(int axis, String value) implements Comparable<AxisValue> {
    @Override
    public int compareTo(AxisValue other) {
      return Comparator.comparingInt(AxisValue::axis)
          .thenComparing(AxisValue::value)
          .compare(this, other);
    }
  }

  private record PairKind(Pair.Type type, Protection protection) implements Comparable<PairKind> {
    @Override
    public int compareTo(PairKind other) {
      return Comparator.comparing(PairKind::type)
          .thenComparing(PairKind::protection)
          .compare(this, other);
    }
  }

  private record RouteKey(String protocol, String carries, Protection protection)
      implements Comparable<RouteKey> {
    @Override
    public int compareTo(RouteKey other) {
      return Comparator.comparing(RouteKey::protocol, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(RouteKey::protocol)
          .thenComparing(RouteKey::protection)
          .thenComparing(RouteKey::carries)
          .compare(this, other);
    }
  }

  /** Units (sessions or pairs), clusters and flows in which something was seen. */
  private static final class Seen {
    private final Set<String> units = new TreeSet<>();
    private final Set<String> clusters = new TreeSet<>();
    private int flows;

    void add(String unit, String cluster) {
      units.add(unit);
      clusters.add(cluster);
      flows++;
    }
  }

  private static final class RouteSeen {
    private final Map<LegalStatus, Set<String>> content = new TreeMap<>();
    private final Set<String> any = new TreeSet<>();

    int count(LegalStatus status) {
      return content.getOrDefault(status, Set.of()).size();
    }

    int other() {
      Set<String> rest = new TreeSet<>(any);
      content.values().forEach(rest::removeAll);
      return rest.size();
    }
  }

  void add(Session session, List<FlowLabel> flows) {
    sessions.add(session.id());
    scenarios.add(session.scenario());
    clusters.add(session.cluster());
    for (FlowLabel flow : flows) {
      add(session, flow.label());
    }
  }

  private void add(Session session, Label label) {
    String origin =
        session.origin() + session.fidelity().map(fidelity -> " " + fidelity).orElse("");
    List<String> values =
        List.of(
            origin,
            label.legalStatus().name(),
            label.legalBasis().name(),
            label.protection().name(),
            label.role().name(),
            label.protocol());
    for (int axis = 0; axis < AXES.size(); axis++) {
      shares
          .computeIfAbsent(new AxisValue(axis, values.get(axis)), key -> new Seen())
          .add(session.id(), session.cluster());
    }
    RouteKey key = new RouteKey(label.protocol(), label.carries().orElse(""), label.protection());
    RouteSeen route = routes.computeIfAbsent(key, absent -> new RouteSeen());
    route.any.add(session.id());
    if (label.role() == Role.CONTENT) {
      route
          .content
          .computeIfAbsent(label.legalStatus(), status -> new TreeSet<>())
          .add(session.id());
      session
          .pair()
          .ifPresent(
              pair ->
                  pairs
                      .computeIfAbsent(
                          new PairKind(pair.type(), label.protection()), absent -> new Seen())
                      .add(pair.id(), session.cluster()));
    }
  }

  Census census() {
    return new Census(
        sessions.size(), scenarios.size(), clusters.size(), axes(), pairCounts(), routeCounts());
  }

  private List<Census.Share> axes() {
    return shares.entrySet().stream()
        .map(
            entry ->
                new Census.Share(
                    AXES.get(entry.getKey().axis()),
                    entry.getKey().value(),
                    entry.getValue().units.size(),
                    entry.getValue().clusters.size(),
                    entry.getValue().flows))
        .toList();
  }

  private List<Census.Pairs> pairCounts() {
    return pairs.entrySet().stream()
        .map(
            entry ->
                new Census.Pairs(
                    entry.getKey().type(),
                    entry.getKey().protection(),
                    entry.getValue().units.size(),
                    entry.getValue().clusters.size()))
        .toList();
  }

  private List<Census.Route> routeCounts() {
    return routes.entrySet().stream()
        .map(
            entry ->
                new Census.Route(
                    entry.getKey().protocol(),
                    Optional.of(entry.getKey().carries()).filter(carried -> !carried.isEmpty()),
                    entry.getKey().protection(),
                    entry.getValue().count(LegalStatus.LEGAL),
                    entry.getValue().count(LegalStatus.INFRINGING),
                    entry.getValue().count(LegalStatus.UNDETERMINED),
                    entry.getValue().other()))
        .toList();
  }
}
