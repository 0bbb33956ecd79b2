package org.dreyfus.classifier.reference.contentid;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes that may be a registered work: hashed on, and compared wherever one could end. */
final class Candidate {

  private final Registered registered;
  private final long[] sizes;
  private final MessageDigest digest = sha256();
  private long length;
  private int nextSize;

  /**
   * @param sizes at which it may end, ascending
   */
  Candidate(Registered registered, long[] sizes) {
    this.registered = registered;
    this.sizes = sizes;
  }

  /** Takes more bytes; true when the last byte of a registered work is among them. */
  boolean add(byte[] data, int from, int count) {
    int at = from;
    int end = from + count;
    while (at < end && !isOver()) {
      int take = (int) Math.min(end - at, sizes[nextSize] - length);
      digest.update(data, at, take);
      at += take;
      length += take;
      if (length == sizes[nextSize]) {
        nextSize++;
        if (registered.isDigest(soFar())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it is longer than every work that it could be. */
  boolean isOver() {
    return nextSize == sizes.length;
  }

  private String soFar() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this Java platform cannot copy a SHA-256 state", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
