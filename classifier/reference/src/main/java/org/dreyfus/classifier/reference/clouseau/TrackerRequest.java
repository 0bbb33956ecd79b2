package org.dreyfus.classifier.reference.clouseau;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP tracker announce (BEP 3): a GET with an info_hash of twenty percent-encoded bytes. */
final class TrackerRequest {

  private static final Pattern ANNOUNCE =
      Pattern.compile("^GET [^ ]*[?&]info_hash=((?:%[0-9A-Fa-f]{2}|[^&% ])+)");
  private static final int INFO_HASH_BYTES = 20;

  private TrackerRequest() {}

  /** The announced torrent: info-hash in lower-case hex. */
  static Optional<String> infoHash(Bytes first) {
    Matcher announce = ANNOUNCE.matcher(first.text());
    return announce.find() ? decode(announce.group(1)) : Optional.empty();
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
