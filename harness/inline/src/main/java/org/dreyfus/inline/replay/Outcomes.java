package org.dreyfus.inline.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.FlowReplay.Packets;
import org.dreyfus.scoring.inline.FlowReplay.Result;

/** What became of each flow of a replayed session. */
final class Outcomes {

  private final SessionReplay session;
  private final PathNoise noise;

  private Outcomes(SessionReplay session, PathNoise noise) {
    this.session = session;
    this.noise = noise;
  }

  /**
   * @param noise what the path does to every packet
   * @return one a flow, in the order of the script's flows
   */
  static List<FlowReplay> of(SessionReplay session, PathNoise noise) {
    Outcomes outcomes = new Outcomes(session, noise);
    List<FlowReplay> flows = new ArrayList<>();
    for (int flow = 0; flow < session.script().flows().size(); flow++) {
      flows.add(outcomes.flow(flow));
    }
    return flows;
  }

  /** What the path did to the packets of flows that were not blocked. */
  static PathNoise noiseIn(Replayed replayed, PathNoise calibrated) {
    long packets = 0;
    long heldBack = 0;
    for (SessionReplay session : replayed.sessions()) {
      Outcomes outcomes = new Outcomes(session, calibrated);
      for (int flow = 0; flow < session.script().flows().size(); flow++) {
        FlowReplay replay = outcomes.flow(flow);
        if (!replay.wasBlocked()) {
          packets += replay.packets().sent();
          heldBack += replay.packets().delayed() + outcomes.heldBack(flow);
        }
      }
    }
    return calibrated.inRun(packets, heldBack);
  }

  private FlowReplay flow(int flow) {
    Packets packets = packets(flow);
    OptionalLong dropped = droppedAt(flow);
    long resetAt = session.interference(flow).firstResetAt();
    if (packets.resetsToClient() + packets.resetsToServer() > 0) {
      long at = Math.max(1, Math.min(resetAt, dropped.orElse(Long.MAX_VALUE)));
      return new FlowReplay(Result.RESET, at, packets);
    } else if (dropped.isPresent()) {
      return new FlowReplay(Result.DROPPED, dropped.getAsLong(), packets);
    } else if (packets.dropped() > 0) {
      return new FlowReplay(Result.LOSSY, 0, packets);
    }
    boolean throttled = noise.isThrottled(packets.sent(), packets.delayed() + heldBack(flow));
    return new FlowReplay(throttled ? Result.THROTTLED : Result.PASSED, 0, packets);
  }

  /**
   * The first packet, numbered within the flow, from which on nothing of its direction arrived:
   * neither it, however often it was sent, nor anything later.
   */
  private OptionalLong droppedAt(int flow) {
    OptionalLong toServer = droppedAt(flow, true);
    OptionalLong toClient = droppedAt(flow, false);
    if (toServer.isEmpty() || toClient.isEmpty()) {
      return toServer.isPresent() ? toServer : toClient;
    }
    return OptionalLong.of(Math.min(toServer.getAsLong(), toClient.getAsLong()));
  }

  private OptionalLong droppedAt(int flow, boolean toServer) {
    OptionalLong first = OptionalLong.empty();
    for (int i = session.size() - 1; i >= 0; i--) {
      Step step = session.step(i);
      if (step.flow() == flow && step.toServer() == toServer) {
        if (session.hasArrived(i)) {
          break;
        }
        if (session.sends(i) > Pace.LEAST_RESENDS) {
          first = OptionalLong.of(step.packet());
        }
      }
    }
    return first;
  }

  /** Packets that arrived only after having been sent again. */
  private long heldBack(int flow) {
    long count = 0;
    for (int i = 0; i < session.size(); i++) {
      if (session.step(i).flow() == flow
          && session.hasArrived(i)
          && session.sends(i) > 1
          && !session.wasDelayed(i)) {
        count++;
      }
    }
    return count;
  }

  private Packets packets(int flow) {
    long sent = 0;
    long resent = 0;
    long forwarded = 0;
    long changed = 0;
    long delayed = 0;
    long duplicated = 0;
    for (int i = 0; i < session.size(); i++) {
      if (session.step(i).flow() == flow) {
        sent += session.sends(i) > 0 ? 1 : 0;
        resent += Math.max(0, session.sends(i) - 1);
        forwarded += session.hasArrived(i) ? 1 : 0;
        changed += session.wasChanged(i) ? 1 : 0;
        delayed += session.wasDelayed(i) ? 1 : 0;
        duplicated += Math.max(0, session.arrivals(i) - session.sends(i));
      }
    }
    SessionReplay.Interference foreign = session.interference(flow);
    return new Packets(
        sent,
        resent,
        forwarded,
        sent - forwarded,
        changed,
        delayed,
        duplicated,
        foreign.resetsToClient(),
        foreign.resetsToServer(),
        foreign.injected());
  }
}
