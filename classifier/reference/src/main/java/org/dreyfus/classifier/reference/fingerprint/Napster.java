package org.dreyfus.classifier.reference.fingerprint;

import java.util.regex.Pattern;

/**
 * Napster: the log-in at a server (length, type and a line of text) and the request for a file
 * between clients. drscholl, "napster messages" (opennap project, 2000), sections 2 and 5.
 */
final class Napster implements StreamFingerprint {

  private static final int HEADER_BYTES = 4;
  private static final int LOGIN = 2;
  private static final int NEW_USER = 6;
  private static final int LONGEST_LOGIN = 256;
  private static final int LONGEST_REQUEST = 512;
  private static final Pattern LOGIN_TEXT =
      Pattern.compile("^\\S{1,32} \\S{1,32} \\d{1,5} \"[\\x20-\\x7e&&[^\"]]{1,64}\" \\d{1,2}\\b");
  private static final Pattern REQUEST =
      Pattern.compile("^(?:GET|SEND)[^\\s/\"]{1,32} \"[^\"\r\n]{1,400}\" \\d{1,10}");

  @Override
  public Sighting look(Bytes opening) {
    Sighting login = login(opening);
    return login instanceof Sighting.No ? request(opening) : login;
  }

  private static Sighting login(Bytes opening) {
    if (opening.length() < HEADER_BYTES) {
      return Sighting.NEEDS_MORE;
    }
    int length = opening.littleEndian16(0);
    int type = opening.littleEndian16(2);
    if ((type != LOGIN && type != NEW_USER) || length > LONGEST_LOGIN) {
      return Sighting.NO;
    }
    if (opening.length() < HEADER_BYTES + length) {
      return Sighting.NEEDS_MORE;
    }
    String text = opening.text().substring(HEADER_BYTES, HEADER_BYTES + length);
    return LOGIN_TEXT.matcher(text).find() ? Sighting.marker(Network.NAPSTER) : Sighting.NO;
  }

  /** Unlike HTTP there is no space after the first word. */
  private static Sighting request(Bytes opening) {
    String text = opening.text();
    boolean possible =
        (text.startsWith("GET") && !text.startsWith("GET "))
            || (text.startsWith("SEND") && !text.startsWith("SEND "));
    if (!possible) {
      return Sighting.NO;
    }
    if (REQUEST.matcher(text).find()) {
      return Sighting.marker(Network.NAPSTER);
    }
    return text.length() >= LONGEST_REQUEST || text.indexOf('\n') >= 0
        ? Sighting.NO
        : Sighting.NEEDS_MORE;
  }
}
