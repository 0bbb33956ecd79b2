package org.dreyfus.inline.traffic;

import java.util.List;
import java.util.function.Consumer;
import org.dreyfus.classifier.Direction;

/**
 * Many flows at once, each after its script: a packet is sent when the one before has arrived. A
 * packet that does not arrive in time is sent again, as often as is allowed; then, or when a reset
 * comes, the flow has failed. Used by one thread. Allocates nothing per packet.
 */
public final class ScriptedFlows {

  private static final int BATCH = 64;
  private static final int SCANS_PER_TIMEOUT = 4;

  /** A flow that has no packet on its way. */
  private static final byte HELD = 0;

  private static final byte ON_ITS_WAY = 1;
  private static final byte PASSED = 2;
  private static final byte FAILED = 3;

  private final TestPath path;
  private final FlowAddresses addresses;
  private final List<FlowScript> scripts;
  private final Patience patience;
  private final byte[] states;
  private final short[] steps;
  private final byte[] resends;
  private final long[] sentNanos;
  private final Consumer<byte[]> toServer = frame -> arrived(Direction.FROM_INITIATOR, frame);
  private final Consumer<byte[]> toClient = frame -> arrived(Direction.FROM_RESPONDER, frame);
  private int limit = Integer.MAX_VALUE;
  private int onTheirWay;
  private int passed;
  private int failed;
  private long lastScan;

  /**
   * How long a packet is waited for.
   *
   * @param resends how often it is sent again, 0 to 100
   * @param timeoutNanos after which it is
   */
  public record Patience(int resends, long timeoutNanos) {}

  /**
   * Nothing is sent yet.
   *
   * @param scripts flow n follows script n modulo their number
   * @param flows at most {@link FlowAddresses#MAXIMUM_FLOWS}
   */
  public ScriptedFlows(
      TestPath path,
      FlowAddresses addresses,
      List<FlowScript> scripts,
      int flows,
      Patience patience) {
    this.path = path;
    this.addresses = addresses;
    this.scripts = scripts.stream().map(FlowScript::copy).toList();
    this.patience = patience;
    this.states = new byte[flows];
    this.steps = new short[flows];
    this.resends = new byte[flows];
    this.sentNanos = new long[flows];
    this.lastScan = path.nanoTime();
  }

  /** Flows wait before this step, counted from 0, until they are told to {@link #proceed}. */
  public void waitBefore(int step) {
    limit = step;
  }

  /** Sends the next packet of a flow that waits; others are left alone. */
  public void proceed(int flow) {
    if (states[flow] == HELD) {
      states[flow] = ON_ITS_WAY;
      onTheirWay++;
      resends[flow] = 0;
      send(flow);
    }
  }

  /**
   * Takes what has arrived, answers it, and sends again what is overdue.
   *
   * @return how many frames there were, of others, too
   */
  public int poll() {
    int taken = path.receive(Direction.FROM_INITIATOR, BATCH, toServer);
    taken += path.receive(Direction.FROM_RESPONDER, BATCH, toClient);
    long now = path.nanoTime();
    if (now - lastScan > patience.timeoutNanos() / SCANS_PER_TIMEOUT) {
      lastScan = now;
      scan(now);
    }
    return taken;
  }

  private void scan(long now) {
    for (int flow = 0; flow < states.length; flow++) {
      if (states[flow] == ON_ITS_WAY && now - sentNanos[flow] > patience.timeoutNanos()) {
        if (resends[flow] < patience.resends()) {
          resends[flow]++;
          send(flow);
        } else {
          fail(flow);
        }
      }
    }
  }

  private FlowScript script(int flow) {
    return scripts.get(flow % scripts.size());
  }

  private void send(int flow) {
    FlowScript script = script(flow);
    FlowScript.Step step = script.steps().get(steps[flow]);
    byte[] frame = step.frame();
    addresses.write(frame, step.direction(), flow);
    TestFrame.seal(frame, script.transport());
    sentNanos[flow] = path.nanoTime();
    path.send(step.direction(), frame, frame.length);
  }

  private void arrived(Direction direction, byte[] frame) {
    Transport transport = TestFrame.isOurs(frame, Transport.TCP) ? Transport.TCP : Transport.UDP;
    if (!TestFrame.isOurs(frame, transport)) {
      return;
    }
    int flow = addresses.flowOf(frame, direction);
    if (flow < 0 || flow >= states.length || script(flow).transport() != transport) {
      return;
    }
    if (states[flow] != PASSED
        && states[flow] != FAILED
        && transport == Transport.TCP
        && (frame[TestFrame.FLAGS] & TestFrame.RST) != 0) {
      reset(flow);
    } else if (states[flow] == ON_ITS_WAY) {
      advance(flow, direction, frame);
    }
  }

  private void advance(int flow, Direction direction, byte[] frame) {
    FlowScript script = script(flow);
    FlowScript.Step expected = script.steps().get(steps[flow]);
    if (expected.direction() != direction || !expected.isSeenIn(frame, script.transport())) {
      return;
    }
    steps[flow]++;
    resends[flow] = 0;
    if (steps[flow] == script.steps().size()) {
      states[flow] = PASSED;
      onTheirWay--;
      passed++;
    } else if (steps[flow] >= limit) {
      states[flow] = HELD;
      onTheirWay--;
    } else {
      send(flow);
    }
  }

  private void reset(int flow) {
    if (states[flow] == HELD) {
      onTheirWay++;
    }
    fail(flow);
  }

  private void fail(int flow) {
    states[flow] = FAILED;
    onTheirWay--;
    failed++;
  }

  /** How many wait for a packet to arrive. */
  public int onTheirWay() {
    return onTheirWay;
  }

  /** How many have come to the end of their script. */
  public int passed() {
    return passed;
  }

  /** How many have failed. */
  public int failed() {
    return failed;
  }

  /** Whether a flow has come to the end of its script. */
  public boolean hasPassed(int flow) {
    return states[flow] == PASSED;
  }

  /** How many flows there are. */
  public int size() {
    return states.length;
  }
}
