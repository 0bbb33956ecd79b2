package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * What a treatment of the traffic changed for one blocker. A verdict that changes hangs on
 * something that the treatment took away. EVIDENCE, Blinding.
 *
 * @param classifier id
 * @param policy id
 * @param treatment in plain words
 * @param flows that were compared
 * @param changed how many came out another way: verdict, protocol, outcome or decision point
 * @param turned how many of these changed from blocked to passed, or back
 * @param examples the first of these, at most {@value #EXAMPLES}
 * @param before rates without the treatment
 * @param after rates with it
 */
public record AuditRow(
    String classifier,
    String policy,
    String treatment,
    int flows,
    int changed,
    int turned,
    List<FlowRef> examples,
    Rates before,
    Rates after) {

  private static final int EXAMPLES = 20;

  /**
   * Both error rates.
   *
   * @param falsePositives over lawful sessions
   * @param falseNegatives over sessions with unlicensed works
   */
  public record Rates(Rate falsePositives, Rate falseNegatives) {
    static Rates of(HeadlineTally tally) {
      Headline headline = tally.headline();
      return new Rates(headline.falsePositives(), headline.falseNegatives());
    }
  }

  /**
   * Compares two runs of one blocker on the same flows.
   *
   * @throws IllegalArgumentException when they saw different flows
   */
  public static AuditRow of(
      String classifier, Policy policy, String treatment, Evidence untreated, Evidence treated) {
    Differences differences = new Differences(policy);
    TwoRuns.read(untreated, treated, differences::add);
    return new AuditRow(
        classifier,
        policy.id(),
        treatment,
        differences.flows,
        differences.changed,
        differences.turned,
        differences.examples,
        Rates.of(differences.before),
        Rates.of(differences.after));
  }

  /** What came out another way. */
  private static final class Differences {
    private final Policy policy;
    private final HeadlineTally before = new HeadlineTally();
    private final HeadlineTally after = new HeadlineTally();
    private final List<FlowRef> examples = new ArrayList<>();
    private int flows;
    private int changed;
    private int turned;

    Differences(Policy policy) {
      this.policy = policy;
    }

    void add(SessionEvidence untreated, SessionEvidence treated) {
      SessionJudgement was = SessionJudgement.of(untreated, policy, 0);
      SessionJudgement is = SessionJudgement.of(treated, policy, 0);
      before.add(was);
      after.add(is);
      if (was.flows().size() != is.flows().size()) {
        throw otherFlows();
      }
      for (int i = 0; i < was.flows().size(); i++) {
        compare(was.flows().get(i), is.flows().get(i));
      }
    }

    private void compare(FlowJudgement was, FlowJudgement is) {
      if (!was.ref().equals(is.ref())) {
        throw otherFlows();
      }
      flows++;
      changed += was.observation().sameAnswer(is.observation()) ? 0 : 1;
      if (was.effect() != is.effect()) {
        turned++;
        if (examples.size() < EXAMPLES) {
          examples.add(was.ref());
        }
      }
    }

    private static IllegalArgumentException otherFlows() {
      return new IllegalArgumentException("the runs saw different flows");
    }
  }
}
