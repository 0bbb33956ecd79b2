package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Splits sessions by what they are. */
final class Strata {

  private Strata() {}

  static List<SessionJudgement> with(List<SessionJudgement> sessions, Legality legality) {
    return sessions.stream().filter(session -> session.legality() == legality).toList();
  }

  static List<Stratum> of(List<SessionJudgement> sessions) {
    List<Stratum> strata = new ArrayList<>();
    split("origin", sessions, s -> Set.of(origin(s)), strata);
    split("traffic class", sessions, s -> Set.of(s.traits().trafficClass()), strata);
    split("protection", sessions, SessionJudgement::protections, strata);
    split("protocol", sessions, SessionJudgement::networks, strata);
    split("legal basis", sessions, SessionJudgement::bases, strata);
    return strata;
  }

  private static String origin(SessionJudgement session) {
    return session.session().origin()
        + session.session().fidelity().map(fidelity -> " " + fidelity).orElse("");
  }

  private static void split(
      String axis,
      List<SessionJudgement> sessions,
      Function<SessionJudgement, ? extends Set<?>> values,
      List<Stratum> strata) {
    Map<String, List<SessionJudgement>> parts = new TreeMap<>();
    for (SessionJudgement session : sessions) {
      for (Object value : values.apply(session)) {
        parts.computeIfAbsent(String.valueOf(value), part -> new ArrayList<>()).add(session);
      }
    }
    parts.forEach(
        (value, part) ->
            strata.add(
                new Stratum(
                    axis,
                    value,
                    ErrorCount.ANY_BLOCKED.rate(with(part, Legality.LEGAL), Alpha.ALONE),
                    ErrorCount.GOT_THROUGH.rate(with(part, Legality.INFRINGING), Alpha.ALONE))));
  }
}
