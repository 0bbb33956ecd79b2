package org.dreyfus.inline.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One script on its way: which packets were sent, and which have arrived. */
final class SessionReplay {

  private static final int NOBODY = -1;

  private Script script;
  private List<Step> steps;
  private final boolean[] arrived;
  private final boolean[] changed;
  private final boolean[] delayed;
  private final boolean[] retried;
  private final int[] sends;
  private final int[] arrivals;
  private final long[] firstSentNanos;
  private final long[] lastSentNanos;
  private final boolean[] suspected;
  private final Interference[] interference;
  private final boolean[] resets;
  private int next;
  private int awaited = NOBODY;
  private int alarm;
  private int retries;
  private boolean retagged;
  private boolean finished;

  SessionReplay(Script script) {
    this.script = script;
    this.steps = script.steps();
    int count = steps.size();
    this.arrived = new boolean[count];
    this.changed = new boolean[count];
    this.delayed = new boolean[count];
    this.retried = new boolean[count];
    this.sends = new int[count];
    this.arrivals = new int[count];
    this.firstSentNanos = new long[count];
    this.lastSentNanos = new long[count];
    this.suspected = new boolean[2 * script.flows().size()];
    this.resets = new boolean[count];
    for (int step = 0; step < count; step++) {
      resets[step] = Matching.isReset(steps.get(step).frame());
    }
    this.interference = new Interference[script.flows().size()];
    Arrays.setAll(interference, flow -> new Interference());
  }

  Script script() {
    return script;
  }

  boolean hasNext() {
    return next < steps.size();
  }

  int next() {
    return next;
  }

  /** Goes on to the packet after the one that was next. */
  void advance() {
    awaited = NOBODY;
    next++;
  }

  Step step(int index) {
    return steps.get(index);
  }

  boolean isAwaiting() {
    return awaited != NOBODY;
  }

  boolean isAwaiting(int step) {
    return awaited == step;
  }

  void await(int step) {
    awaited = step;
  }

  /** Whether a packet was sent and has not arrived. */
  boolean isWaitingFor(int step) {
    return !finished && sends[step] > 0 && !arrived[step];
  }

  int sends(int step) {
    return sends[step];
  }

  void sent(int step, long nanos) {
    if (sends[step]++ == 0) {
      firstSentNanos[step] = nanos;
    }
    lastSentNanos[step] = nanos;
  }

  long lastSentNanos(int step) {
    return lastSentNanos[step];
  }

  long firstSentNanos(int step) {
    return firstSentNanos[step];
  }

  /**
   * Notes an arrival.
   *
   * @param fields that were changed on the way
   * @param late whether it took longer than the wire ever does
   * @return whether it is the first of this packet
   */
  boolean arrived(int step, Set<String> fields, boolean late) {
    arrivals[step]++;
    if (arrived[step]) {
      return false;
    }
    arrived[step] = true;
    changed[step] = !fields.isEmpty();
    delayed[step] = late;
    suspected[direction(steps.get(step))] = false;
    return true;
  }

  /** Whether a packet is to be sent again for as long as it does not arrive. */
  void retry(int step, boolean on) {
    if (retried[step] != on) {
      retried[step] = on;
      retries += on ? 1 : -1;
    }
  }

  /** Whether any packet is being sent again and again. */
  boolean hasRetries() {
    return retries > 0;
  }

  boolean isRetried(int step) {
    return retried[step];
  }

  /** Packets of a flow that were sent once, since it seemed blocked, and have not arrived. */
  List<Integer> neglected(int flow) {
    List<Integer> steps = new ArrayList<>();
    for (int i = 0; i < Math.min(next + 1, size()); i++) {
      if (step(i).flow() == flow && isWaitingFor(i) && !retried[i]) {
        steps.add(i);
      }
    }
    return steps;
  }

  /** Nothing of this direction seems to get through any more. */
  void suspect(Step step) {
    suspected[direction(step)] = true;
  }

  /** Whether the flow seems blocked, in whatever direction: its packets are not waited for. */
  boolean isSuspected(Step step) {
    return suspected[2 * step.flow()] || suspected[2 * step.flow() + 1];
  }

  private static int direction(Step step) {
    return 2 * step.flow() + (step.toServer() ? 1 : 0);
  }

  /** Whether a packet that was sent has not arrived. */
  boolean hasGaps() {
    for (int step = 0; step < arrived.length; step++) {
      if (!arrived[step] && sends[step] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a packet was recorded as a reset: the device did not make it. */
  boolean isReset(int step) {
    return resets[step];
  }

  /** The device overwrites tags: what it passed was known by its content. */
  void retagged() {
    retagged = true;
  }

  boolean isRetagged() {
    return retagged;
  }

  /** The alarm that counts: earlier ones are void. */
  int newAlarm() {
    return ++alarm;
  }

  boolean isAlarm(int number) {
    return alarm == number && !finished;
  }

  boolean isFinished() {
    return finished;
  }

  /** Lets go of the frames. */
  void finish() {
    finished = true;
    List<Step> bare = new ArrayList<>(steps.size());
    for (Step step : steps) {
      bare.add(
          new Step(
              step.flow(),
              step.packet(),
              step.toServer(),
              new byte[0],
              step.payloadBytes(),
              0,
              step.fragmentOf()));
    }
    script =
        new Script(script.session(), script.change(), script.flows(), bare, script.notReplayed());
    steps = script.steps();
  }

  /** What came with a flow's addresses and nobody had sent. */
  Interference interference(int flow) {
    return interference[flow];
  }

  /** The last packet of a flow that was sent, numbered within the flow; 0 when none was. */
  long lastSent(int flow) {
    for (int step = Math.min(next, steps.size() - 1); step >= 0; step--) {
      if (steps.get(step).flow() == flow && sends[step] > 0) {
        return steps.get(step).packet();
      }
    }
    return 0;
  }

  boolean hasArrived(int step) {
    return arrived[step];
  }

  boolean wasChanged(int step) {
    return changed[step];
  }

  boolean wasDelayed(int step) {
    return delayed[step];
  }

  int arrivals(int step) {
    return arrivals[step];
  }

  int size() {
    return steps.size();
  }

  /** See {@link #interference}. */
  static final class Interference {
    private long resetsToClient;
    private long resetsToServer;
    private long injected;
    private long firstResetAt;

    /**
     * @param toClient whether it came out at the client side
     * @param atPacket number of the flow's last packet sent until then
     */
    void reset(boolean toClient, long atPacket) {
      if (resetsToClient + resetsToServer == 0) {
        firstResetAt = atPacket;
      }
      if (toClient) {
        resetsToClient++;
      } else {
        resetsToServer++;
      }
    }

    void inject() {
      injected++;
    }

    long resetsToClient() {
      return resetsToClient;
    }

    long resetsToServer() {
      return resetsToServer;
    }

    long injected() {
      return injected;
    }

    /** Number of the packet at which the first reset came; 0 when none did. */
    long firstResetAt() {
      return firstResetAt;
    }
  }
}
