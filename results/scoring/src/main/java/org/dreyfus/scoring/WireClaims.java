package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Finding.Result;
import org.dreyfus.scoring.Finding.Witness;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineVerdict;

/**
 * Decides what only a run through the device can show. A packet that nobody sent, or that came out
 * with other bytes, can only come from the device, since nothing else is in the laboratory; that a
 * packet came late may be the machine's doing, so only flows held back in most replays count.
 */
final class WireClaims {

  private static final int REPLAYS_NEEDED = 3;
  private static final String NOTHING =
      "it added no packet, changed none that it let through, and held back no flow. ";

  private final InlineEvidence seen;
  private final Map<String, Session> sessions = new HashMap<>();

  WireClaims(InlineEvidence seen, Collection<Session> sessions) {
    this.seen = seen;
    sessions.forEach(session -> this.sessions.put(session.id(), session));
  }

  /**
   * @param spoken sessions that the claim speaks of; all of them when it speaks of everything, and
   *     then of packets outside sessions, too
   */
  Finding decide(Claim claim, Collection<SessionJudgement> spoken) {
    InlineRun run = seen.run();
    if (run.before().missedByTester() + run.after().missedByTester() > 0) {
      return Findings.notTestable(
          claim, "The tester itself missed packets in its calibration, so this run shows nothing.");
    } else if (claim.hypothesis() instanceof Hypothesis.SendsAtMost sends) {
      return sendsAtMost(claim, sends);
    } else if (claim.population().equals(Population.everything())) {
      return unchanged(claim, seen.flows(), run.strays().packets());
    }
    Set<String> ids =
        spoken.stream().map(session -> session.session().id()).collect(Collectors.toSet());
    return unchanged(
        claim, seen.flows().stream().filter(flow -> ids.contains(flow.session())).toList(), 0);
  }

  private Finding unchanged(Claim claim, List<InlineFlow> flows, long strays) {
    FlowReplay.Packets all = sum(flows, true);
    FlowReplay.Packets letThrough = sum(flows, false);
    long held = flows.stream().filter(f -> f.verdict() == InlineVerdict.THROTTLED).count();
    boolean touched = all.added() + strays + letThrough.changed() + held > 0;
    boolean refuted = touched && seen.run().replays() >= REPLAYS_NEEDED;
    WitnessTally witnesses = refuted ? witnesses(flows) : new WitnessTally();
    String text = went(flows, all) + (touched ? did(all, strays, letThrough, held) : NOTHING);
    if (refuted) {
      text += witnesses.count() + " flows bear witness, which it treated so in every replay.";
    } else if (touched) {
      text += "A refutation needs %d replays.".formatted(REPLAYS_NEEDED);
    } else {
      text += late(letThrough) + cannotShow();
    }
    return new Finding(
        claim,
        refuted ? Result.REFUTED : Result.NOT_REFUTED,
        text,
        Optional.empty(),
        Optional.empty(),
        witnesses.shown(),
        witnesses.count());
  }

  private String went(List<InlineFlow> flows, FlowReplay.Packets all) {
    return "In %d replays of %d flows, with %d packets, "
        .formatted(seen.run().replays(), flows.size(), all.sent());
  }

  private static String did(
      FlowReplay.Packets all, long strays, FlowReplay.Packets letThrough, long held) {
    return "it added %d packets (resets %d, copies %d, others in flows %d, outside any session %d), changed %d that it let through, and held back %d flows in most replays. "
        .formatted(
            all.added() + strays,
            all.resetsToClient() + all.resetsToServer(),
            all.duplicated(),
            all.injected(),
            strays,
            letThrough.changed(),
            held);
  }

  private static String late(FlowReplay.Packets letThrough) {
    return letThrough.delayed() == 0
        ? ""
        : "%d packets came late, which may be the machine's doing: no flow was held back in most replays. "
            .formatted(letThrough.delayed());
  }

  private String cannotShow() {
    return "Blocking itself is not counted. What it does to other traffic, under more load, or later than in the %s seconds of this run, is not shown."
        .formatted(length());
  }

  /** How many seconds the replays took. */
  private String length() {
    double seconds = seen.run().seconds();
    return String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds);
  }

  private static FlowReplay.Packets sum(List<InlineFlow> flows, boolean blockedToo) {
    return flows.stream()
        .flatMap(flow -> flow.replays().stream())
        .filter(replay -> blockedToo || !replay.wasBlocked())
        .map(FlowReplay::packets)
        .reduce(FlowReplay.Packets.NONE, FlowReplay.Packets::plus);
  }

  private WitnessTally witnesses(List<InlineFlow> flows) {
    WitnessTally witnesses = new WitnessTally();
    for (InlineFlow flow : flows) {
      boolean always =
          flow.verdict() == InlineVerdict.THROTTLED
              || flow.replays().stream().allMatch(WireClaims::isTouched);
      Session session = sessions.get(flow.session());
      if (always && session != null && session.checks().delivered()) {
        FlowRef its = new FlowRef(flow.session(), flow.flow());
        witnesses.add(List.of(new Witness(its, session.story(), what(flow))));
      }
    }
    return witnesses;
  }

  private static boolean isTouched(FlowReplay replay) {
    return replay.packets().added() > 0 || (!replay.wasBlocked() && replay.packets().changed() > 0);
  }

  private static String what(InlineFlow flow) {
    FlowReplay.Packets sum = sum(List.of(flow), true);
    List<String> what = new ArrayList<>();
    add(what, sum.resetsToClient(), "resets to the client");
    add(what, sum.resetsToServer(), "resets to the server");
    add(what, sum.injected(), "packets that nobody sent");
    add(what, sum.duplicated(), "packets too many");
    add(what, sum(List.of(flow), false).changed(), "packets changed");
    if (flow.verdict() == InlineVerdict.THROTTLED) {
      add(what, sum.delayed(), "packets late");
      add(what, sum.resent(), "packets sent again");
    }
    return String.join(", ", what) + " in " + flow.replays().size() + " replays";
  }

  private static void add(List<String> what, long count, String name) {
    if (count > 0) {
      what.add(count + " " + name);
    }
  }

  /**
   * By count: when more packets went to one host than fit into as many stretches of the claimed
   * length as cover the run, one stretch held too many.
   */
  private Finding sendsAtMost(Claim claim, Hypothesis.SendsAtMost sends) {
    InlineRun run = seen.run();
    InlineRun.Strays strays = run.strays();
    double stretches = Math.max(1, Math.ceil(run.seconds() / sends.seconds()));
    boolean refuted =
        strays.mostToOneHost() > sends.packets() * stretches
            || strays.mostToOneHostPerSecond() > sends.packets();
    String text =
        strays.packets() == 0
            ? "In %s seconds it sent nothing beside what belongs to the flows of a session. "
                .formatted(length())
            : "In %s seconds it sent %d packets that belong to no flow, at most %d to one host and at most %d to one host within a second; at most %d within any %d seconds were claimed. "
                .formatted(
                    length(),
                    strays.packets(),
                    strays.mostToOneHost(),
                    strays.mostToOneHostPerSecond(),
                    sends.packets(),
                    sends.seconds());
    if (!refuted && strays.mostToOneHost() > sends.packets()) {
      text +=
          "Spread evenly over the run they would keep to that: a run of at most %d seconds would tell."
              .formatted(sends.seconds());
    } else if (!refuted) {
      text +=
          run.seconds() < sends.seconds()
              ? "A run of %s seconds does not show what it sends in %d."
                  .formatted(length(), sends.seconds())
              : "What it sends at other times is not shown.";
    }
    return new Finding(
        claim,
        refuted ? Result.REFUTED : Result.NOT_REFUTED,
        text.strip(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0);
  }
}
