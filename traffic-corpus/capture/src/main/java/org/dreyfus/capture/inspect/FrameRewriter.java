package org.dreyfus.capture.inspect;

import org.dreyfus.capture.Frame;

/** Changes frames before anybody looks at them. */
@FunctionalInterface
public interface FrameRewriter {

  /**
   * May change the frame's bytes in place and its time. Called once for every frame, in capture
   * order; for some frames at a time, before anybody looks at the first of them.
   */
  void rewrite(Frame frame);

  /** Leaves frames as they were captured. */
  static FrameRewriter none() {
    return Unchanged.INSTANCE;
  }

  /** See {@link #none}. */
  enum Unchanged implements FrameRewriter {
    INSTANCE;

    @Override
    public void rewrite(Frame frame) {}
  }
}
