package org.dreyfus.capture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.zip.ZipException;

/** Words for what can be wrong with a capture and what to do about it. */
final class Problem {

  static final String EMPTY = "the file is empty; record or copy it again";

  private static final String WHAT_IS_LEFT = "; what stands before is used, copy the file again";

  private Problem() {}

  static String unreadable(IOException e) {
    if (e instanceof EOFException) {
      return "the compressed data ends early" + WHAT_IS_LEFT;
    }
    if (e instanceof ZipException) {
      return "the compressed data is damaged (" + e.getMessage() + ")" + WHAT_IS_LEFT;
    }
    return "reading failed (" + reason(e) + "); check the file and its disk";
  }

  static String unopenable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file; check the path";
    }
    if (e instanceof AccessDeniedException) {
      return "the file may not be read; check its permissions";
    }
    return "opening failed (" + reason(e) + "); check the path";
  }

  static String cutShort(String what, long bytesNeeded, int bytesLeft) {
    return "the file ends inside a %s: %d bytes needed, %d left%s"
        .formatted(what, bytesNeeded, bytesLeft, WHAT_IS_LEFT);
  }

  static String impossible(String field, long value, String limit) {
    return "%s %d is impossible (%s)%s".formatted(field, value, limit, WHAT_IS_LEFT);
  }

  /** Whether a frame cannot have these lengths. */
  static boolean inLengths(int captured, int onWire) {
    return (captured | onWire) < 0 || captured > CaptureInput.MAXIMUM_FRAME;
  }

  static String ofLengths(int captured, int onWire) {
    return captured < 0 || captured > CaptureInput.MAXIMUM_FRAME
        ? impossible(
            "captured length",
            captured & 0xffff_ffffL,
            "at most " + CaptureInput.MAXIMUM_FRAME + " bytes")
        : impossible("wire length", onWire & 0xffff_ffffL, "at most 2147483647 bytes");
  }

  private static String reason(IOException e) {
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())
        .lines()
        .findFirst()
        .orElse("no reason given");
  }
}
