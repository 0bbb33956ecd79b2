package org.dreyfus.inline.replay;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.traffic.TestPath;

/** A path in memory with a clock of its own, and a box in the middle that does what a test says. */
final class BoxPath implements TestPath {

  private static final long HOP_NANOS = 20_000;
  private static final long LOOK_NANOS = 100;

  private final MiddleBox box;
  private final Queue<Arrival> atServers = new ArrayDeque<>();
  private final Queue<Arrival> atClients = new ArrayDeque<>();
  private long now = 1_000_000_000;

  private record Arrival(long atNanos, byte[] frame) {}

  /** What happens between the two cables. */
  interface MiddleBox {
    /**
     * @param out takes what comes out: toServer, frame, nanoseconds later
     */
    void handle(boolean toServer, byte[] frame, Output out);
  }

  /** Where a box puts frames. */
  interface Output {
    void put(boolean toServer, byte[] frame, long laterNanos);
  }

  BoxPath(MiddleBox box) {
    this.box = box;
  }

  static BoxPath wire() {
    return new BoxPath((toServer, frame, out) -> out.put(toServer, frame, 0));
  }

  @Override
  public void send(Direction direction, byte[] frame, int length) {
    now += 1_000;
    box.handle(direction == Direction.FROM_INITIATOR, frame.clone(), this::put);
  }

  private void put(boolean toServer, byte[] frame, long laterNanos) {
    (toServer ? atServers : atClients).add(new Arrival(now + HOP_NANOS + laterNanos, frame));
  }

  @Override
  public int receive(Direction direction, int limit, Consumer<byte[]> sink) {
    Queue<Arrival> waiting = direction == Direction.FROM_INITIATOR ? atServers : atClients;
    int count = 0;
    for (Arrival each : waiting.stream().filter(a -> a.atNanos() <= now).limit(limit).toList()) {
      waiting.remove(each);
      sink.accept(each.frame());
      count++;
    }
    return count;
  }

  @Override
  public long missed() {
    return 0;
  }

  @Override
  public int largestFrame() {
    return 1_514;
  }

  @Override
  public String name() {
    return "a path in memory";
  }

  @Override
  public long nanoTime() {
    now += LOOK_NANOS;
    return now;
  }

  @Override
  public void pause(long nanos) {
    now += nanos;
  }

  @Override
  public void close() {}
}
