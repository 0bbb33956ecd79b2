package org.dreyfus.inline.appliance;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.dreyfus.capture.ArrivedFrame;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.LiveInspection;
import org.dreyfus.classifier.Verdict;

/**
 * Holds back every packet of a blocked flow, in both directions, from the one on that decided. What
 * belongs to no flow passes.
 */
public final class BlockingBox implements Box {

  private static final int LONGEST_FRAME = 1 << 17;
  private static final int SHORTEST_FRAME = 60;
  private static final Watcher NOBODY = Watcher.of((flow, packet) -> Verdict.undecided());

  /**
   * How a box is set.
   *
   * @param rule which verdicts block
   * @param failing what happens when the classifier crashes or does not answer in time
   * @param resets whether blocked TCP connections are reset for both ends
   * @param maxFlows flows that are remembered at most; at least 2
   */
  public record Settings(BlockRule rule, Failing failing, boolean resets, int maxFlows) {}

  private final Supplier<Watcher> watchers;
  private final Settings settings;
  private final Consumer<String> log;
  private final ArrivalClock clock = new ArrivalClock();

  private ArrivedFrame arrived = new ArrivedFrame(LONGEST_FRAME);
  private Watcher watcher;
  private LiveInspection inspection;
  private BitSet blocked = new BitSet();
  private Resets resets = new Resets();
  private Optional<String> failure = Optional.empty();

  /** Whether nobody looks any more and everything passes. */
  private boolean open;

  /** Whether nothing passes of what is undecided. */
  private boolean closed;

  private long blockedFlows;
  private long resetsSent;
  private long startedAnew;
  private long forgottenBlockedFlows;

  /**
   * @param watchers opens one, for now and for each time that all is forgotten
   * @param log takes lines for people
   */
  public BlockingBox(Supplier<Watcher> watchers, Settings settings, Consumer<String> log) {
    this.watchers = watchers;
    this.settings = settings;
    this.log = log;
    this.watcher = watchers.get();
    this.inspection = begin(watcher, arrived);
  }

  private static LiveInspection begin(Watcher watcher, ArrivedFrame arrived) {
    watcher.warmUp(shownFirst(arrived));
    return new LiveInspection(FlowRules.DREYFUS, arrived.frame(), watcher.classifier());
  }

  /** Of an EtherType for local experiments: IEEE 802, 9.2.3. */
  private static Frame shownFirst(ArrivedFrame arrived) {
    byte[] frame = new byte[SHORTEST_FRAME];
    frame[2 * Frames.MAC_BYTES] = (byte) 0x88;
    frame[2 * Frames.MAC_BYTES + 1] = (byte) 0xb5;
    arrived.take(frame, frame.length, System.currentTimeMillis() * 1_000_000);
    return arrived.frame();
  }

  @Override
  public void look(byte[] frame) {
    if (!open) {
      arrived.take(frame, frame.length, clock.nowNanos());
      watcher.arrives(arrived.frame());
      inspection.accept();
    }
  }

  @Override
  public boolean passes(byte[] frame, Side from, Wires wires) {
    if (open || !inspection.isOfFlow()) {
      return true;
    }
    if (failure.isEmpty() && inspection.crash().isPresent()) {
      fail("the classifier crashed: " + inspection.crash().get());
      if (open) {
        return true;
      }
    }
    int slot = inspection.slot();
    boolean first = inspection.packetInFlow() == 1;
    if (first) {
      blocked.clear(slot);
    }
    if (inspection.decides() && settings.rule().blocks(inspection.verdict())) {
      block(slot, first, frame, from, wires);
    }
    boolean passes = !blocked.get(slot) && !(closed && !inspection.verdict().isFinal());
    if (passes && settings.resets()) {
      resets.passed(slot, first, from, frame, inspection.packet());
    }
    return passes;
  }

  private void block(int slot, boolean first, byte[] frame, Side from, Wires wires) {
    blocked.set(slot);
    blockedFlows++;
    if (settings.resets()) {
      resetsSent += resets.send(slot, first, from, frame, inspection.packet(), wires);
    }
  }

  /** Forgets flows when they are too many. */
  @Override
  public void tick(long nowNanos, Wires wires) {
    if (inspection.flows() < settings.maxFlows() && !watcher.isFull()) {
      return;
    }
    int tooMany = Math.max(0, blocked.cardinality() - settings.maxFlows() / 2);
    int oldestKept = 0;
    for (int i = 0; i < tooMany; i++) {
      oldestKept = blocked.nextSetBit(oldestKept) + 1;
    }
    int from = oldestKept;
    log.accept(
        "%d flows are enough: those that are not blocked are forgotten%s"
            .formatted(
                inspection.flows(),
                tooMany > 0 ? ", and %d that were blocked".formatted(tooMany) : ""));
    Watcher old = watcher;
    if (failure.isEmpty()) {
      inspection.finish();
      watcher = watchers.get();
    } else {
      watcher = NOBODY;
    }
    arrived = new ArrivedFrame(LONGEST_FRAME);
    watcher.warmUp(shownFirst(arrived));
    BitSet before = blocked;
    carryOn(slot -> slot >= from && before.get(slot));
    startedAnew++;
    forgottenBlockedFlows += tooMany;
    close(old);
  }

  @Override
  public void reset() {
    if (failure.isEmpty()) {
      inspection.finish();
    }
    close(watcher);
    arrived = new ArrivedFrame(LONGEST_FRAME);
    watcher = watchers.get();
    inspection = begin(watcher, arrived);
    blocked = new BitSet();
    resets = new Resets();
    failure = Optional.empty();
    open = false;
    closed = false;
    blockedFlows = 0;
    resetsSent = 0;
    startedAnew = 0;
    forgottenBlockedFlows = 0;
  }

  /** The old classifier, its frame and its flows are left to the thread that is stuck in it. */
  @Override
  public void stuck(String what) {
    fail(what);
    watcher.abandon();
    arrived = new ArrivedFrame(LONGEST_FRAME);
    watcher = NOBODY;
    carryOn(slot -> true);
  }

  /** Goes on with what was decided, as far as it is kept. */
  private void carryOn(IntPredicate kept) {
    inspection = inspection.successor(arrived.frame(), watcher.classifier(), kept);
    blocked = new BitSet();
    for (int slot = 0; slot < inspection.flows(); slot++) {
      blocked.set(slot, settings.rule().blocks(inspection.verdict(slot)));
    }
    resets = new Resets();
  }

  private void fail(String what) {
    failure = Optional.of(what);
    open = settings.failing() == Failing.OPEN;
    closed = !open;
    log.accept(
        what
            + (open
                ? "; fails open: everything passes from now on"
                : "; fails closed: nothing of undecided flows passes from now on"));
  }

  @Override
  public BoxStats stats() {
    return new BoxStats.Blocking(
        inspection.flows(), blockedFlows, resetsSent, startedAnew, forgottenBlockedFlows, failure);
  }

  @Override
  public void close() {
    if (failure.isEmpty()) {
      inspection.finish();
    }
    close(watcher);
  }

  private void close(Watcher old) {
    try {
      old.classifier().close();
    } catch (Exception | LinkageError e) {
      log.accept("the classifier could not be closed: " + e);
    }
  }
}
