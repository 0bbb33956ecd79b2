package org.dreyfus.bundle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.dreyfus.corpus.codec.StrictJson;
import org.dreyfus.scoring.Hypothesis;
import org.dreyfus.scoring.Outcome;

/** JSON of result records: sealed types carry their case in {@code kind}. */
public final class ResultJson {

  private static final StrictJson JSON =
      new StrictJson(
          Map.of(Outcome.class, OutcomeMixIn.class, Hypothesis.class, HypothesisMixIn.class));

  private ResultJson() {}

  /** The one codec for everything in a bundle, and for claim and policy files. */
  public static StrictJson json() {
    return JSON;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Outcome.TimedOut.class, name = "timed-out"),
    @JsonSubTypes.Type(value = Outcome.Crashed.class, name = "crashed"),
    @JsonSubTypes.Type(value = Outcome.Skipped.class, name = "skipped"),
  })
  private interface OutcomeMixIn {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Hypothesis.AtMost.class, name = "at-most"),
    @JsonSubTypes.Type(value = Hypothesis.AtLeast.class, name = "at-least"),
    @JsonSubTypes.Type(value = Hypothesis.Alike.class, name = "alike"),
    @JsonSubTypes.Type(
        value = Hypothesis.LeavesTrafficUnchanged.class,
        name = "leaves-traffic-unchanged"),
    @JsonSubTypes.Type(value = Hypothesis.SendsAtMost.class, name = "sends-at-most"),
    @JsonSubTypes.Type(value = Hypothesis.NeverBlocked.class, name = "never-blocked"),
    @JsonSubTypes.Type(value = Hypothesis.AlwaysBlocked.class, name = "always-blocked"),
    @JsonSubTypes.Type(value = Hypothesis.Distinguishes.class, name = "distinguishes"),
    @JsonSubTypes.Type(value = Hypothesis.NotTestable.class, name = "not-testable"),
  })
  private interface HypothesisMixIn {}
}
