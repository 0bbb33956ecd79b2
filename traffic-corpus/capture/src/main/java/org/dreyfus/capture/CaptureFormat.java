package org.dreyfus.capture;

import java.util.List;

/** Finds the frames of one file format. */
sealed interface CaptureFormat permits PcapFormat, PcapngFormat {

  /**
   * Places the next frame.
   *
   * @param number the frame's position in the capture, from 1
   * @return false when the capture has ended where it should
   */
  boolean next(Frame frame, long number) throws CaptureException;

  /**
   * Places the next frame when it lies whole in memory and is the next thing there.
   *
   * @return false when it does not; nothing has changed then
   */
  boolean nextAtHand(Frame frame, long number) throws CaptureException;

  /** See {@link CaptureReader#comments}. */
  default List<String> comments() {
    return List.of();
  }

  /** See {@link CaptureReader#sectionComments}. */
  default List<String> sectionComments() {
    return List.of();
  }

  /** See {@link CaptureReader#repairedTimes}. */
  default long repairedTimes() {
    return 0;
  }
}
