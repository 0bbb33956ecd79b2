package org.dreyfus.inline.load;

import java.util.BitSet;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.traffic.TestPath;

/** Takes the packets of long flows, each once, and notes how long they took. */
final class StreamReceiver {

  private static final int BATCH = 64;
  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int DIGITS = 3;

  private final TestPath path;
  private final StreamFrames frames;
  private final Pacer pacer;
  private final BitSet seen = new BitSet();
  private final Histogram latencies = new Histogram(LONGEST_NANOS, DIGITS);
  private final Consumer<byte[]> toServer = frame -> take(Direction.FROM_INITIATOR, frame);
  private final Consumer<byte[]> toClient = frame -> take(Direction.FROM_RESPONDER, frame);
  private long received;
  private long sustained;

  StreamReceiver(TestPath path, StreamFrames frames, Pacer pacer) {
    this.path = path;
    this.frames = frames;
    this.pacer = pacer;
  }

  /** Takes what is there. */
  int step() {
    int taken = path.receive(Direction.FROM_INITIATOR, BATCH, toServer);
    return taken + path.receive(Direction.FROM_RESPONDER, BATCH, toClient);
  }

  private void take(Direction direction, byte[] frame) {
    int flow = frames.flowOf(frame, direction);
    if (flow < 0) {
      return;
    }
    int number = (int) frames.numberOf(frame, flow);
    if (number < 0 || seen.get(number)) {
      return;
    }
    seen.set(number);
    received++;
    frames.acknowledge(flow, direction, frame);
    long sentNanos = frames.sentNanos(frame, flow);
    if (pacer.isSustained(sentNanos)) {
      sustained++;
      long took = Math.max(0, path.nanoTime() - sentNanos);
      latencies.recordValue(Math.min(took, LONGEST_NANOS));
    }
  }

  /** How many different packets came. */
  long received() {
    return received;
  }

  /** How many of them had been sent in the sustain phase. */
  long sustained() {
    return sustained;
  }

  /** One-way times, nanoseconds, of packets sent in the sustain phase. */
  Histogram latencies() {
    return latencies;
  }
}
