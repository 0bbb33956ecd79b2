package org.dreyfus.tck.traffic;

/** The captures that the kit shows, in this order. */
public enum Sample {
  ORDINARY("an ordinary capture"),
  ORDINARY_AGAIN("the same capture again"),
  EMPTY("a capture without frames"),
  ONE_FRAME("a capture of one frame"),
  NOT_IP("frames that are not IP"),
  FRAGMENTS("fragments"),
  CUT_SHORT("frames that were cut short"),
  MALFORMED("headers and contents that lie"),
  LARGE("a large capture, slowly"),
  CROWD("very many flows at once"),
  NO_FEED("the feeds left out"),
  EMPTY_FEEDS("feeds without entries"),
  ORDINARY_AT_LAST("the first capture, after all others");

  private final String words;

  Sample(String words) {
    this.words = words;
  }

  /** For readers. */
  public String words() {
    return words;
  }
}
