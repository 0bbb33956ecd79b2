package org.dreyfus.worker;

import org.dreyfus.capture.Frame;
import org.dreyfus.capture.inspect.FrameRewriter;

/** Counts the frames that a pass has taken, by looking at each of them. */
final class FramesTaken implements FrameRewriter {

  private long frames;

  @Override
  public void rewrite(Frame frame) {
    frames = frame.number();
  }

  long frames() {
    return frames;
  }
}
