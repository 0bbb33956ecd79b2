package org.dreyfus.inline.load;

import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.traffic.TestPath;

/** Sends the packets of long flows as they fall due, flow after flow, each direction in turn. */
final class StreamSender {

  /** So many before the other work gets its turn. */
  private static final int BATCH = 32;

  private static final Direction[] DIRECTIONS = Direction.values();

  private final TestPath path;
  private final StreamFrames frames;
  private final int flows;
  private final Pacer pacer;
  private long turn;
  private long sustained;
  private volatile long sent;

  StreamSender(TestPath path, StreamFrames frames, int flows, Pacer pacer) {
    this.path = path;
    this.frames = frames;
    this.flows = flows;
    this.pacer = pacer;
  }

  /**
   * Sends what is due.
   *
   * @return false when all has been sent
   */
  boolean step() {
    long now = path.nanoTime();
    int batch = pacer.due(now, BATCH);
    for (int i = 0; i < batch; i++) {
      send();
    }
    return !pacer.isOver(now);
  }

  private void send() {
    Direction direction = DIRECTIONS[(int) (turn & 1)];
    int flow = (int) ((turn >>> 1) % flows);
    long now = path.nanoTime();
    byte[] frame = frames.prepare(flow, direction, turn, now);
    path.send(direction, frame, frame.length);
    if (pacer.isSustained(now)) {
      sustained++;
    }
    turn++;
    sent = turn;
  }

  /** How many were sent in all. */
  long sent() {
    return sent;
  }

  /** How many of them in the sustain phase. */
  long sustained() {
    return sustained;
  }
}
