package org.dreyfus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Pair;
import org.dreyfus.scoring.AccusedHosts;
import org.dreyfus.scoring.ClaimResults;
import org.dreyfus.scoring.Finding;
import org.dreyfus.scoring.Rate;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.SessionError;

/** How numbers are said on a page: natural frequencies first, then the range. */
public final class Words {

  private Words() {}

  /** {@code "12.3 %"}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** How many statements of vendors were refuted. */
  public static long refuted(Scorecard card) {
    return card.claims().stream().mapToLong(file -> file.statements(Finding.Result.REFUTED)).sum();
  }

  /** How many statements of vendors were put to it. */
  public static long claims(Scorecard card) {
    return card.claims().stream().mapToLong(ClaimResults::statements).sum();
  }

  /** {@code "findings of others reproduced: 2 of 3"}; empty when none were put to it. */
  public static String others(List<ClaimResults> files) {
    long all = files.stream().mapToLong(ClaimResults::findingsOfOthers).sum();
    long reproduced = files.stream().mapToLong(ClaimResults::reproduced).sum();
    return all == 0 ? "" : "findings of others reproduced: %d of %d".formatted(reproduced, all);
  }

  /** What a result means for a finding of others; empty for a statement of a vendor. */
  public static String agreement(Finding finding) {
    return finding.claim().isStatement()
        ? ""
        : finding.reproducesFinding()
            ? "This agrees with what was found."
            : "This does not reproduce what was found.";
  }

  /** {@code "0.016"}, or {@code "below 0.001"}. */
  public static String chance(double p) {
    return p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** {@code "12 of 61"}, or {@code "12 to 15 of 61"} when some were not answered. */
  public static String count(Rate rate) {
    String errors =
        rate.errors() == rate.errorsIfUnansweredWrong()
            ? Integer.toString(rate.errors())
            : rate.errors() + " to " + rate.errorsIfUnansweredWrong();
    return errors + " of " + rate.sessions();
  }

  /** {@code "5.1 % to 23.4 %"}. */
  public static String range(Rate rate) {
    return percent(rate.lower()) + " to " + percent(rate.upper());
  }

  /** What a finding is called. */
  public static String result(Finding.Result result) {
    return switch (result) {
      case SUPPORTED -> "Supported";
      case REFUTED -> "Refuted";
      case NOT_REFUTED -> "Not refuted";
      case NOT_TESTABLE -> "Not testable";
    };
  }

  /** The class name that gives a finding its colour. */
  public static String style(Finding.Result result) {
    return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What was hit among the lawful, in one sentence. */
  public static String lawful(Scorecard card) {
    Rate rate = card.headline().falsePositives();
    if (rate.isEmpty()) {
      return "The corpus holds no lawful session.";
    }
    return "Of %d lawful sessions, %s had something blocked."
        .formatted(rate.sessions(), number(rate));
  }

  /** What got through, in one sentence. */
  public static String unlicensed(Scorecard card) {
    Rate rate = card.headline().falseNegatives();
    if (rate.isEmpty()) {
      return "The corpus holds no session that moves an unlicensed work.";
    }
    return "Of %d sessions that moved an unlicensed work, %s got through."
        .formatted(rate.sessions(), number(rate));
  }

  /** Whether it tells lawful from unlicensed, in one sentence. */
  public static String pairs(Scorecard card) {
    if (card.pairs().pairs() == 0) {
      return "The corpus holds no matched pair.";
    }
    String verdict =
        card.pairs().atChance()
            ? "It does no better than chance at telling them apart."
            : card.pairs().lower() > 0
                ? "It blocks the unlicensed one more often."
                : "Whether it tells them apart cannot be said from so few.";
    return "In %d matched pairs (same program, protocol and size; only the rights differ) it blocked only the unlicensed work in %s of cases and only the lawful one in %s. %s"
        .formatted(
            card.pairs().pairs(),
            percent(card.pairs().onlyInfringing()),
            percent(card.pairs().onlyLegal()),
            verdict);
  }

  /** Who was accused, in one sentence. */
  public static String accused(AccusedHosts accused) {
    return "It accused %d hosts; %d of them moved no unlicensed work."
        .formatted(accused.hosts(), accused.falselyAccused());
  }

  /** What a classifier was told before the run. EVIDENCE, Feeds. */
  public static String told(RunManifest run) {
    List<String> told = new ArrayList<>();
    if (run.feeds().contains("NETWORK")) {
      told.add("Which trackers and servers are listed as risky. Rule: " + run.corpus().riskRule());
    }
    told.add(
        run.feeds().contains("RIGHTS")
            ? "The registered works: sizes, digests and hashes of every unlicensed file."
            : run.decisionPoint() == DecisionPoint.WIRE
                ? "This test gave it no information that could tell the works apart; what its configuration holds, the test cannot see."
                : "It was given no information that could tell the works apart.");
    return String.join(" ", told);
  }

  /** The same in a cell of a table. */
  public static String toldShort(Set<String> feeds) {
    List<String> told = new ArrayList<>();
    if (feeds.contains("NETWORK")) {
      told.add("listed services");
    }
    if (feeds.contains("RIGHTS")) {
      told.add("registered works");
    }
    return told.isEmpty() ? "nothing" : String.join(", ", told);
  }

  /** How many sessions a list of a page names. */
  public static final int MOST_NAMED = 500;

  /** The first of them: a page stays small for any corpus. */
  public static List<SessionError> named(List<SessionError> all) {
    return all.subList(0, Math.min(MOST_NAMED, all.size()));
  }

  /** {@code "peer to peer"}. */
  public static String name(Enum<?> value) {
    if (value instanceof Pair.Type type) {
      return switch (type) {
        case W -> "Different works (type W)";
        case L -> "The same bytes, one distributor with leave and one without (type L)";
      };
    }
    return value == LegalStatus.INFRINGING
        ? "unlicensed"
        : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The interval by itself (K = 1), or a dash when nothing was measured. */
  public static String rangeOrNothing(Rate rate) {
    return rate.isEmpty()
        ? "not measured"
        : percent(rate.lowerAlone()) + " to " + percent(rate.upperAlone());
  }

  /** The interval of what did not get through. */
  public static String caught(Rate missed) {
    return missed.isEmpty()
        ? "not measured"
        : percent(1 - missed.upperAlone()) + " to " + percent(1 - missed.lowerAlone());
  }

  /** A size for people. */
  public static String bytes(long bytes) {
    return bytes < 10_240
        ? bytes + " B"
        : String.format(Locale.ROOT, "%,d KiB", bytes / 1024).replace(',', ' ');
  }

  private static String number(Rate rate) {
    String errors =
        rate.errors() == rate.errorsIfUnansweredWrong()
            ? Integer.toString(rate.errors())
            : "between %d and %d".formatted(rate.errors(), rate.errorsIfUnansweredWrong());
    return rate.errorsIfUnansweredWrong() == 0 ? "none" : errors;
  }
}
