package org.dreyfus.classifier.reference.fingerprint;

import java.util.Optional;

/**
 * Soulseek: the log-in at the server, and the first message between peers. Lengths and strings must
 * add up. "SoulSeek Protocol Documentation" (SoleSeek project, 2003) and "The Soulseek Protocol"
 * (Museek+ project).
 */
final class Soulseek implements StreamFingerprint {

  private static final int LOGIN = 1;
  private static final int PEER_INIT = 1;
  private static final int LONGEST_MESSAGE = 256;
  private static final int LONGEST_NAME = 64;
  private static final int WORD_BYTES = 4;

  @Override
  public Sighting look(Bytes opening) {
    if (opening.length() < WORD_BYTES) {
      return Sighting.NEEDS_MORE;
    }
    long length = opening.littleEndian32(0);
    if (length < 2 * WORD_BYTES || length > LONGEST_MESSAGE) {
      return Sighting.NO;
    }
    int end = WORD_BYTES + (int) length;
    if (opening.length() < end) {
      return Sighting.NEEDS_MORE;
    }
    return isLogin(opening, end) || isPeerInit(opening, end)
        ? Sighting.marker(Network.SOULSEEK)
        : Sighting.NO;
  }

  /** Code 1 in four bytes, user name, password, version; newer ones add a digest and a number. */
  private static boolean isLogin(Bytes message, int end) {
    return message.littleEndian32(WORD_BYTES) == LOGIN
        && afterString(message, 2 * WORD_BYTES, end)
            .flatMap(at -> afterString(message, at, end))
            .filter(at -> at + WORD_BYTES <= end)
            .isPresent();
  }

  /** Code 1 in one byte, user name, type of connection (P, F or D), token. */
  private static boolean isPeerInit(Bytes message, int end) {
    return message.at(WORD_BYTES) == PEER_INIT
        && afterString(message, WORD_BYTES + 1, end)
            .filter(at -> at + WORD_BYTES + 1 + WORD_BYTES == end)
            .filter(at -> message.littleEndian32(at) == 1)
            .filter(at -> "PFD".indexOf(message.at(at + WORD_BYTES)) >= 0)
            .isPresent();
  }

  /** The index after a string of printable bytes with its length in front, when there is one. */
  private static Optional<Integer> afterString(Bytes message, int at, int end) {
    if (at + WORD_BYTES > end) {
      return Optional.empty();
    }
    long length = message.littleEndian32(at);
    if (length < 1 || length > LONGEST_NAME || at + WORD_BYTES + length > end) {
      return Optional.empty();
    }
    int after = at + WORD_BYTES + (int) length;
    for (int i = at + WORD_BYTES; i < after; i++) {
      if (message.at(i) < 0x20 || message.at(i) == 0x7f) {
        return Optional.empty();
      }
    }
    return Optional.of(after);
  }
}
