package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Observation.Action;
import org.dreyfus.scoring.Observation.VerdictKind;

/**
 * What it would take to support a claim, and what a corpus has: in clusters, since only clusters
 * are n. EVIDENCE, Intervals: planning.
 *
 * @param claim id
 * @param sessions of the corpus that it speaks of; for a claim on pairs, those in pairs
 * @param clusters of these
 * @param needed clusters for support when no error at all is seen; empty when nothing can support
 *     the claim
 * @param remark what else a planner should know
 */
public record ClaimPlan(
    String claim, int sessions, int clusters, OptionalInt needed, String remark) {

  private static final int MOST = 10_000_000;

  /** Whether the corpus could support the claim at all. */
  public boolean suffices() {
    return needed.isPresent() && clusters >= needed.getAsInt();
  }

  /**
   * @param corpus sessions and their labels
   */
  public static List<ClaimPlan> of(ClaimFile file, Map<Session, List<FlowLabel>> corpus) {
    List<SessionJudgement> sessions = new ArrayList<>();
    corpus.forEach((session, flows) -> sessions.add(unseen(session, flows)));
    Alpha alpha = Alpha.of(file);
    return file.claims().stream()
        .map(claim -> of(claim, alpha, sessions.stream().filter(s -> s.inHeadline()).toList()))
        .toList();
  }

  private static ClaimPlan of(Claim claim, Alpha alpha, List<SessionJudgement> all) {
    List<SessionJudgement> spoken = all.stream().filter(claim.population()::contains).toList();
    Hypothesis hypothesis = claim.hypothesis();
    if (hypothesis instanceof Hypothesis.Distinguishes distinguishes) {
      List<SessionJudgement> pairs =
          spoken.stream().filter(session -> session.session().pair().isPresent()).toList();
      IntPredicate enough =
          m ->
              ClusterInterval.ofDifference(m, 0, m, alpha.shared()).lower()
                  >= distinguishes.margin();
      return plan(claim, pairs, fewest(enough), "matched pairs, each told apart");
    } else if (hypothesis instanceof Hypothesis.Alike alike) {
      IntPredicate enough =
          m -> ClusterInterval.upper(0, m, alpha.halved().shared()) <= alike.margin();
      return plan(claim, spoken, fewest(enough), "and as many of those it is compared with");
    } else if (hypothesis instanceof Hypothesis.AtMost atMost) {
      return plan(claim, spoken, bounded(atMost.bound(), alpha), "without one error");
    } else if (hypothesis instanceof Hypothesis.AtLeast atLeast) {
      return plan(claim, spoken, bounded(1 - atLeast.bound(), alpha), "without one error");
    }
    return plan(claim, spoken, OptionalInt.empty(), remark(hypothesis));
  }

  private static String remark(Hypothesis hypothesis) {
    if (hypothesis instanceof Hypothesis.NotTestable) {
      return "recorded traffic cannot test it";
    }
    return hypothesis.needsTheWire()
        ? "only a run through the device tests it, which may refute it; nothing supports it"
        : "one verified witness refutes it, nothing supports it";
  }

  private static ClaimPlan plan(
      Claim claim, List<SessionJudgement> sessions, OptionalInt needed, String remark) {
    int clusters =
        (int) sessions.stream().map(session -> session.session().cluster()).distinct().count();
    return new ClaimPlan(claim.id(), sessions.size(), clusters, needed, remark);
  }

  /** Fewest clusters without an error that bound a rate so. */
  private static OptionalInt bounded(double bound, Alpha alpha) {
    return bound <= 0
        ? OptionalInt.empty()
        : fewest(m -> ClusterInterval.upper(0, m, alpha.shared()) <= bound);
  }

  /** Smallest number that will do; a larger one then does too. */
  private static OptionalInt fewest(IntPredicate enough) {
    if (!enough.test(MOST)) {
      return OptionalInt.empty();
    }
    int low = 1;
    int high = MOST;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return OptionalInt.of(low);
  }

  /** A session of which nothing is known but its labels. */
  private static SessionJudgement unseen(Session session, List<FlowLabel> flows) {
    List<Observation> observations =
        flows.stream()
            .map(
                flow ->
                    new Observation(
                        session.id(),
                        flow.flow(),
                        flow.label(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        new Outcome.Skipped("not run"),
                        VerdictKind.UNDECIDED,
                        Optional.empty(),
                        0,
                        Action.PASS))
            .toList();
    SessionEvidence unseen =
        new SessionEvidence(session, observations, Set.of(), List.of(), Optional.empty());
    return SessionJudgement.of(unseen, Policy.OWN, 0);
  }
}
