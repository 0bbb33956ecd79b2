package org.dreyfus.inline.appliance;

/** What an appliance does with frames, and of itself. Used by one thread at a time. */
public interface Box extends AutoCloseable {

  /**
   * Looks at a frame, which it must not change. May take long: a thread that does not come back in
   * time is given up, with all that it touches here.
   */
  void look(byte[] frame);

  /**
   * Decides on the frame that was looked at last, at once.
   *
   * @param from where it came from
   * @return whether it is passed on, byte for byte, to the other side
   */
  boolean passes(byte[] frame, Side from, Wires wires);

  /**
   * Called again and again, also when nothing arrives.
   *
   * @param nowNanos of {@link System#nanoTime}
   */
  default void tick(long nowNanos, Wires wires) {}

  /** Forgets all flows and hosts. */
  void reset();

  /**
   * {@link #look} did not return in time, and its thread is given up. From now on another asks, of
   * the same frame first: nothing that the old one may still touch must be used.
   *
   * @param what one line
   */
  void stuck(String what);

  /** What it did since the start or the last {@link #reset}. */
  BoxStats stats();

  @Override
  void close();
}
