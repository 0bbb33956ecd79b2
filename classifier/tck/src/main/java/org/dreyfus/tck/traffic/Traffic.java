package org.dreyfus.tck.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dreyfus.capture.CaptureSource;

/** Makes the captures of a seed. The same seed gives the same bytes. */
public final class Traffic {

  /** Longer than a portion that is delivered at once. */
  private static final int FILLER_BYTES = 62_000;

  private static final int FILLERS = 40;

  private static final int EXPERIMENTAL = 0x88B5;

  private final long seed;
  private final int crowd;
  private final Register register;
  private final List<MadeFrame> ordinary;

  /**
   * @param crowd how many flows {@link Sample#CROWD} has, at least 1
   */
  public Traffic(long seed, int crowd) {
    this.seed = seed;
    this.crowd = crowd;
    this.register = new Register(seed);
    this.ordinary = Ordinary.frames(seed, register);
  }

  public Register register() {
    return register;
  }

  public MadeCapture capture(Sample sample) {
    return switch (sample) {
      case ORDINARY, ORDINARY_AGAIN, ORDINARY_AT_LAST, NO_FEED, EMPTY_FEEDS ->
          with(sample, List.of());
      case NOT_IP -> with(sample, OddFrames.notIp(seed));
      case FRAGMENTS -> with(sample, OddFrames.fragments(seed));
      case CUT_SHORT -> with(sample, OddFrames.cutShort(seed));
      case MALFORMED -> with(sample, Malformed.frames(seed));
      case LARGE -> large(sample);
      case EMPTY -> alone(sample, List.of());
      case ONE_FRAME -> alone(sample, ordinary.subList(0, 1));
      case CROWD -> alone(sample, Crowd.frames(crowd));
    };
  }

  /** Ordinary traffic of another seed, for an instance beside the first. */
  public CaptureSource another() {
    return CaptureSource.bytes(
        "another capture", MadeCapture.bytes(Ordinary.frames(seed + 1, register)));
  }

  private MadeCapture with(Sample sample, List<MadeFrame> others) {
    return MadeCapture.of(sample.words(), ordinary, others, seed);
  }

  private MadeCapture large(Sample sample) {
    MadeFrame filler = MadeFrame.whole(Packets.ethernet(EXPERIMENTAL, new byte[FILLER_BYTES - 14]));
    return with(sample, new ArrayList<>(Collections.nCopies(FILLERS, filler)));
  }

  private static MadeCapture alone(Sample sample, List<MadeFrame> frames) {
    return new MadeCapture(
        CaptureSource.bytes(sample.words(), MadeCapture.bytes(frames)), List.of());
  }
}
