package org.dreyfus.classifier.reference.fingerprint;

import java.util.regex.Pattern;

/**
 * Gnutella over TCP: the handshake, "GIV" before a pushed file, and requests for a file by its
 * hash. T. Klingberg and R. Manfredi, "Gnutella 0.6" (RFC draft, 2002); the hash requests are
 * HUGE's, G. Mohr, "Hash/URN Gnutella Extensions" 0.94 (2002).
 */
final class Gnutella implements StreamFingerprint {

  private static final int LONGEST_FIRST_LINE = 128;
  private static final Pattern FIRST_LINE =
      Pattern.compile(
          "^(?:GNUTELLA CONNECT/\\d|GNUTELLA/0\\.\\d \\d{3} "
              + "|GIV \\d{1,10}:[0-9A-Fa-f]{32}/|(?:GET|HEAD) /uri-res/N2R\\?urn:(?:sha1|bitprint):)");

  @Override
  public Sighting look(Bytes opening) {
    if (!opening.fits("G") && !opening.fits("HEAD /uri-res/")) {
      return Sighting.NO;
    }
    String text = opening.text();
    if (FIRST_LINE.matcher(text).find()) {
      return Sighting.marker(Network.GNUTELLA);
    }
    boolean lineIsOver = text.indexOf('\n') >= 0 || text.length() >= LONGEST_FIRST_LINE;
    return lineIsOver ? Sighting.NO : Sighting.NEEDS_MORE;
  }
}
