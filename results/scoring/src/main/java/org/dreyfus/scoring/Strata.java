package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Splits sessions by what they are. Counts all of them, those that no headline rate counts, too.
 */
final class Strata implements Tally<Strata> {

  private static final long serialVersionUID = 1L;

  private static final Map<String, Function<SessionJudgement, ? extends Set<?>>> AXES = axes();

  private final TreeMap<String, TreeMap<String, BothRates>> byAxis = new TreeMap<>();

  private static Map<String, Function<SessionJudgement, ? extends Set<?>>> axes() {
    Map<String, Function<SessionJudgement, ? extends Set<?>>> axes = new LinkedHashMap<>();
    axes.put("origin", session -> Set.of(origin(session)));
    axes.put("traffic class", session -> Set.of(session.traits().trafficClass()));
    axes.put("protection", SessionJudgement::protections);
    axes.put("protocol", SessionJudgement::networks);
    axes.put("legal basis", SessionJudgement::bases);
    return axes;
  }

  private static String origin(SessionJudgement session) {
    return session.session().origin()
        + session.session().fidelity().map(fidelity -> " " + fidelity).orElse("");
  }

  @Override
  public void add(SessionJudgement session) {
    AXES.forEach(
        (axis, values) ->
            values
                .apply(session)
                .forEach(value -> rates(axis, String.valueOf(value)).add(session)));
  }

  @Override
  public void add(Strata other) {
    other.byAxis.forEach(
        (axis, values) -> values.forEach((value, its) -> rates(axis, value).add(its)));
  }

  private BothRates rates(String axis, String value) {
    return byAxis
        .computeIfAbsent(axis, absent -> new TreeMap<>())
        .computeIfAbsent(value, absent -> new BothRates());
  }

  List<Stratum> strata() {
    List<Stratum> strata = new ArrayList<>();
    for (String axis : AXES.keySet()) {
      byAxis
          .getOrDefault(axis, new TreeMap<>())
          .forEach(
              (value, its) ->
                  strata.add(new Stratum(axis, value, its.falsePositives(), its.falseNegatives())));
    }
    return strata;
  }
}
