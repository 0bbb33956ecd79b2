package org.dreyfus.engine;

import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.rekey.HeaderNormaliser;
import org.dreyfus.capture.rekey.PortScrambler;

/** What is done to traffic to find out whether verdicts hang on something beside it. */
public enum Treatment {
  /** Nothing more than blinding: what the others are compared with. */
  NONE("blinded as in the run") {
    @Override
    FrameRewriter rewriter(byte[] secret) {
      return FrameRewriter.none();
    }
  },
  /** Other addresses, ephemeral ports and times. */
  SECOND_KEY("blinded with another key") {
    @Override
    FrameRewriter rewriter(byte[] secret) {
      return FrameRewriter.none();
    }
  },
  /** Every port is another, those of well-known services too. */
  PORTS_PERMUTED("every port permuted, well-known ones too") {
    @Override
    FrameRewriter rewriter(byte[] secret) {
      return new PortScrambler(secret);
    }
  },
  /** Time to live and TCP time stamps say nothing. */
  HEADERS_NORMALISED("time to live and TCP time stamps made the same everywhere") {
    @Override
    FrameRewriter rewriter(byte[] secret) {
      return new HeaderNormaliser();
    }
  };

  private final String text;

  Treatment(String text) {
    this.text = text;
  }

  /** In plain words. */
  public String text() {
    return text;
  }

  /** What happens to a session's frames after blinding. */
  abstract FrameRewriter rewriter(byte[] secret);

  /** The key that traffic is blinded with before. */
  RunKey key(long seed) {
    return new RunKey(seed, this == SECOND_KEY ? 1 : 0);
  }

  /** One pass over a corpus under this treatment. */
  Blinding pass(long seed, Services services) {
    return new Treated(new Rekeyed(key(seed), services), this, key(seed));
  }
}
