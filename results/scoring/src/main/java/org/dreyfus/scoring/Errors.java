package org.dreyfus.scoring;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dreyfus.corpus.Role;

/** Names the sessions that a blocker got wrong. */
final class Errors {

  private Errors() {}

  static List<SessionError> falsePositives(List<SessionJudgement> sessions, Witnesses witnesses) {
    return Strata.with(sessions, Legality.LEGAL).stream()
        .filter(SessionJudgement::anyBlocked)
        .map(
            session ->
                error(session, f -> !f.has(Role.ATTACK) && f.isBlocked(), witnesses::ofBlocks))
        .toList();
  }

  static List<SessionError> letThrough(List<SessionJudgement> sessions, Witnesses witnesses) {
    return Strata.with(sessions, Legality.INFRINGING).stream()
        .filter(session -> BlockRule.HALF.gotThrough(session, true))
        .map(
            session ->
                error(session, f -> f.has(Role.CONTENT) && !f.isBlocked(), witnesses::ofPassage))
        .toList();
  }

  private static SessionError error(
      SessionJudgement session,
      Predicate<FlowJudgement> shows,
      Function<Collection<SessionJudgement>, List<Finding.Witness>> witnesses) {
    return new SessionError(
        session.session().id(),
        session.session().cluster(),
        session.session().story(),
        session.traits().trafficClass(),
        session.networks(),
        session.has(Role.CONTENT, FlowJudgement::isBlocked),
        session.contentBytes(),
        session.contentBytesPassed(false),
        session.flows().stream().filter(shows).map(f -> f.observation().flow()).toList(),
        witnesses.apply(List.of(session)).stream().map(w -> w.flow().flow()).findFirst());
  }
}
