package org.dreyfus.classifier.reference.fingerprint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to an HTTP tracker: a GET with an info_hash of twenty bytes, percent-encoded where
 * needed. BEP 3, "trackers"; the scrape convention has the same parameter.
 */
final class TrackerRequest implements StreamFingerprint {

  private static final String METHOD = "GET ";
  private static final Pattern REQUEST =
      Pattern.compile("^GET [^ \r\n]*[?&]info_hash=((?:%[0-9A-Fa-f]{2}|[^&% \r\n])+)");
  private static final int INFO_HASH_BYTES = 20;

  @Override
  public Sighting look(Bytes opening) {
    if (!opening.fits(METHOD)) {
      return Sighting.NO;
    }
    String text = opening.text();
    Matcher request = REQUEST.matcher(text);
    Optional<String> infoHash = request.find() ? decode(request.group(1)) : Optional.empty();
    return infoHash
        .map(Sighting::torrent)
        .orElse(text.indexOf('\n') < 0 ? Sighting.NEEDS_MORE : Sighting.NO);
  }

  private static Optional<String> decode(String encoded) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) == '%') {
        hex.append(encoded, i + 1, i + 3);
        i += 2;
      } else {
        hex.append(String.format("%02x", (int) encoded.charAt(i)));
      }
    }
    return hex.length() == 2 * INFO_HASH_BYTES
        ? Optional.of(hex.toString().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
