package org.dreyfus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dreyfus.scoring.InlineSummary;
import org.dreyfus.scoring.ReplayRate;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineVerdict;

/** What a device did on the wire, in words. */
public final class InlineWords {

  private InlineWords() {}

  /** {@code "1,234,567"}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code "12,345"}, {@code "87.4"} or {@code "0.05"}: as many digits as say something. */
  public static String number(double value) {
    boolean whole = value >= 100 || value == Math.rint(value);
    String pattern = whole ? "%,.0f" : value >= 1 ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, pattern, value);
  }

  /** {@code "1 flow"}, {@code "1,200 flows"}. */
  static String of(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** What was done, in one sentence. */
  public static String went(InlineSummary seen) {
    InlineRun run = seen.run();
    return "Every session was played through the box %s, clients on one cable and servers on the other, with fresh addresses each time: %s, and over all replays %s."
        .formatted(
            run.replays() == 1 ? "once" : run.replays() + " times",
            of(sum(seen.flows()), "flow"),
            of(run.totals().sent(), "packet"));
  }

  /** What became of the flows, in one or two sentences. */
  public static String verdicts(InlineSummary seen) {
    String words =
        "Of %s %s let through, %s blocked and %s held back; %s inconclusive."
            .formatted(
                of(sum(seen.flows()), "flow"),
                were(seen, InlineVerdict.ALLOWED),
                were(seen, InlineVerdict.BLOCKED),
                were(seen, InlineVerdict.THROTTLED),
                are(seen, InlineVerdict.INCONCLUSIVE));
    if (seen.treatedUnalike() == 0) {
      return words + " Every flow was blocked in all replays or in none.";
    }
    List<String> some = new ArrayList<>();
    for (int k = 1; k < seen.flowsByBlockedReplays().size() - 1; k++) {
      int flows = seen.flowsByBlockedReplays().get(k);
      if (flows > 0) {
        some.add("%s in %d of %d".formatted(count(flows), k, seen.run().replays()));
      }
    }
    return words
        + " %s blocked in some replays and let through in others: %s."
            .formatted(
                seen.treatedUnalike() == 1
                    ? "1 flow was"
                    : count(seen.treatedUnalike()) + " flows were",
                String.join(", ", some));
  }

  private static String were(InlineSummary seen, InlineVerdict verdict) {
    int flows = seen.flows().getOrDefault(verdict, 0);
    return flows == 0 ? "none was" : flows == 1 ? "1 was" : count(flows) + " were";
  }

  private static String are(InlineSummary seen, InlineVerdict verdict) {
    return were(seen, verdict).replace(" was", " is").replace(" were", " are");
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** {@code "36 of 1,008"}, or {@code "36 to 39 of 1,008"} when some are inconclusive. */
  public static String blocked(ReplayRate rate) {
    String blocked =
        rate.blocked() == rate.blockedIfInconclusive()
            ? count(rate.blocked())
            : count(rate.blocked()) + " to " + count(rate.blockedIfInconclusive());
    return blocked + " of " + count(rate.replays());
  }

  /** What it did beside blocking, in one sentence. */
  public static String beside(InlineSummary seen) {
    long added = seen.run().totals().added() + seen.run().strays().packets();
    long changed = seen.letThrough().changed();
    int held = seen.flows().getOrDefault(InlineVerdict.THROTTLED, 0);
    if (added + changed + held == 0) {
      return "Beside blocking, nothing was seen of it: nothing came out that had not gone in, nothing came out changed, and no flow was held back.";
    }
    List<String> did = new ArrayList<>();
    if (added > 0) {
      FlowReplay.Packets all = seen.run().totals();
      long resets = all.resetsToClient() + all.resetsToServer() + seen.run().strays().resets();
      did.add(
          "sent %s that nobody had put in (%s)"
              .formatted(of(added, "packet"), of(resets, "reset")));
    }
    if (changed > 0) {
      did.add("changed " + of(changed, "packet") + " that it let through");
    }
    if (held > 0) {
      did.add("held back " + of(held, "flow"));
    }
    return "Beside blocking, it " + String.join(", ", did) + ".";
  }

  /** What it sent to nobody who takes part in a session, in one sentence. */
  public static String strays(InlineRun.Strays strays) {
    if (strays.packets() == 0) {
      return "It sent nothing outside the sessions.";
    }
    return "Outside the sessions it sent %s, %s a second: %s to hosts that no session knows, %s, %s. One host got up to %s within a second and %s in all."
        .formatted(
            of(strays.packets(), "packet"),
            number(strays.perSecond()),
            count(strays.toThirdParties()),
            of(strays.resets(), "reset"),
            of(strays.syns(), "connection attempt"),
            count(strays.mostToOneHostPerSecond()),
            count(strays.mostToOneHost()));
  }

  /** Changed fields: {@code "ip.ttl 12, payload 3"}. */
  public static String fields(Map<String, Long> changes) {
    return changes.entrySet().stream()
        .map(field -> field.getKey() + " " + count(field.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** What a cause means. */
  public static String cause(InlineFlow.Cause cause) {
    return switch (cause) {
      case CONTENT ->
          "with every bit of their content inverted they passed: what they say is what blocks them";
      case ANY_CONTENT ->
          "with their content inverted they were blocked all the same: addresses, ports, sizes or order do it";
      case LOAD_OR_TIMING -> "slowly and alone they passed: the load or the times do it";
    };
  }

  /** What happened to a flow in a replay. */
  public static String result(FlowReplay.Result result) {
    return switch (result) {
      case PASSED -> "everything arrived";
      case DROPPED -> "from a packet on nothing arrived any more";
      case RESET -> "ended by a reset or an error message";
      case THROTTLED -> "everything arrived, but late or only when sent again";
      case LOSSY -> "a packet was lost, later ones arrived";
    };
  }

  /** What was done to the box. */
  public static String failure(FailureBehaviour.Failure failure) {
    return switch (failure) {
      case KILLED -> "killed";
      case STOPPED -> "stopped";
      case STARVED -> "starved of processor time";
      case OVERLOADED -> "overloaded";
    };
  }

  /** What becomes of traffic meanwhile. */
  public static String fate(FailureBehaviour.Fate fate) {
    return switch (fate) {
      case PASSES -> "passes";
      case STOPS -> "stops";
      case MISJUDGED -> "gets misjudged";
      case NOT_TRIED -> "not tried";
    };
  }

  /** What a run on the wire cannot show, and what its words mean. */
  public static String limits(InlineRun run) {
    return "The box was met in a laboratory: two cables, recorded traffic, %s packets a second, pauses cut to %s ms. What people and programs would do when they are blocked is not shown. A flow counts as blocked when, in at least two of three replays, a packet did not come out however often it was sent again (%d times) and nothing after it in that direction did, or the box ended it with a reset. It counts as inconclusive when what was lost is no more than the cables themselves lose and no less than a block would be; that is reckoned both ways."
        .formatted(
            number(run.packetsPerSecond()), number(run.gapCapMicros() / 1000.0), run.resends());
  }
}
