package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    static Rates of(String classifier, Evidence evidence, Policy policy) {
      Headline headline = Scorer.score(classifier, evidence, policy, List.of()).headline();
      return new Rates(headline.falsePositives(), headline.falseNegatives());
    }
  }

  /** Compares two runs of one blocker on the same flows. */
  public static AuditRow of(
      String classifier, Policy policy, String treatment, Evidence untreated, Evidence treated) {
    Map<FlowRef, Observation> before = byFlow(untreated);
    Map<FlowRef, Observation> after = byFlow(treated);
    if (!before.keySet().equals(after.keySet())) {
      throw new IllegalArgumentException("the runs saw different flows");
    }
    List<FlowRef> turned = new ArrayList<>();
    int changed = 0;
    for (FlowRef flow : before.keySet().stream().sorted().toList()) {
      Observation was = Objects.requireNonNull(before.get(flow));
      Observation is = Objects.requireNonNull(after.get(flow));
      changed += was.sameAnswer(is) ? 0 : 1;
      if (FlowJudgement.of(was, policy).effect() != FlowJudgement.of(is, policy).effect()) {
        turned.add(flow);
      }
    }
    return new AuditRow(
        classifier,
        policy.id(),
        treatment,
        before.size(),
        changed,
        turned.size(),
        turned.stream().limit(EXAMPLES).toList(),
        Rates.of(classifier, untreated, policy),
        Rates.of(classifier, treated, policy));
  }

  private static Map<FlowRef, Observation> byFlow(Evidence evidence) {
    Map<FlowRef, Observation> flows = new HashMap<>();
    RunEvidence.of(evidence)
        .observations()
        .forEach(flow -> flows.put(new FlowRef(flow.session(), flow.flow()), flow));
    return flows;
  }
}
