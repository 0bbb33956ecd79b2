package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;

/**
 * What a blocker did to one session.
 *
 * @param session the facts
 * @param legality as a whole
 * @param flows all of them
 */
record SessionJudgement(Session session, Legality legality, List<FlowJudgement> flows) {

  static SessionJudgement of(Session session, List<Observation> observations, Policy policy) {
    return new SessionJudgement(
        session,
        Legality.of(observations),
        observations.stream().map(o -> FlowJudgement.of(o, policy)).toList());
  }

  /** Whether this counts in headline rates: shapes without a protocol do not. */
  boolean inHeadline() {
    return !session.fidelity().equals(Optional.of(Fidelity.C));
  }

  /** A false positive when the session is legal. Attack flows are neither error. */
  boolean anyBlocked() {
    return flows.stream().anyMatch(f -> !f.has(Role.ATTACK) && f.isBlocked());
  }

  boolean anyUnanswered() {
    return flows.stream().anyMatch(f -> !f.has(Role.ATTACK) && f.isUnanswered());
  }

  boolean has(Role role, Predicate<FlowJudgement> test) {
    return flows.stream().anyMatch(f -> f.has(role) && test.test(f));
  }

  long contentBytes() {
    return content().mapToLong(f -> f.observation().contentBytes()).sum();
  }

  long contentBytesPassed(boolean unansweredBlocks) {
    return content()
        .filter(f -> !(unansweredBlocks && f.isUnanswered()))
        .mapToLong(FlowJudgement::contentBytesPassed)
        .sum();
  }

  /** EVIDENCE, Pairs: at least half of the content bytes blocked, for either member. */
  boolean halfBlocked() {
    long passed = contentBytesPassed(false);
    return contentBytes() > 0 && (contentBytes() - passed) * 2 >= contentBytes();
  }

  /** What the session is about: its CONTENT labels, or all of them when it moves no content. */
  private List<Label> subject() {
    List<Label> content = content().map(f -> f.observation().label()).toList();
    return content.isEmpty() ? flows.stream().map(f -> f.observation().label()).toList() : content;
  }

  Set<String> protocols() {
    return axis(Label::protocol);
  }

  /** Visible protocols and what tunnels carry. */
  Set<String> networks() {
    Set<String> all = new TreeSet<>(protocols());
    subject().forEach(label -> label.carries().ifPresent(all::add));
    return all;
  }

  Set<String> applications() {
    return axis(Label::application);
  }

  Set<Protection> protections() {
    return axis(Label::protection);
  }

  Set<LegalBasis> bases() {
    return axis(Label::legalBasis);
  }

  /** Fair use and decoys: law that can be argued about. */
  boolean contestable() {
    return bases().contains(LegalBasis.FAIR_USE) || bases().contains(LegalBasis.DECOY);
  }

  private <T> Set<T> axis(Function<Label, T> value) {
    return subject().stream().map(value).collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<FlowJudgement> content() {
    return flows.stream().filter(f -> f.has(Role.CONTENT));
  }
}
