package org.dreyfus.inline.traffic;

import java.util.function.Consumer;
import org.dreyfus.classifier.Direction;

/** A way from clients to servers and back, with whatever is between. */
public interface TestPath extends AutoCloseable {

  /** Sends a frame: from the clients' side when it is {@link Direction#FROM_INITIATOR}. */
  void send(Direction direction, byte[] frame, int length);

  /**
   * Hands over frames that have come through, without waiting.
   *
   * @param direction in which they travelled
   * @param limit at most so many
   * @return how many there were
   */
  int receive(Direction direction, int limit, Consumer<byte[]> sink);

  /** Frames that came through and were lost, since nobody took them in time. */
  long missed();

  /** The largest frame that both ends carry, without checksum. */
  int largestFrame();

  /** What it is called in messages. */
  String name();

  /** The clock of this path, nanoseconds; only differences mean something. */
  long nanoTime();

  /** Lets that much of its time go by, when there is nothing to do. */
  void pause(long nanos);

  /**
   * The same without giving the processor away, for times so short that it might come back late.
   */
  default void spin(long nanos) {
    long end = nanoTime() + nanos;
    while (nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Override
  void close();
}
