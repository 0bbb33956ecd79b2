package org.dreyfus.exchange.pcapml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;

/**
 * The comment of one packet.
 *
 * @param sample id of its sample: a number of any size, kept as text
 * @param facts keys and values; of a legacy comment the one key {@link LabelFields#CLASS}
 */
record PcapmlComment(String sample, Map<String, String> facts) {

  static final String SAMPLE = "s";

  private static final Pattern ESCAPED = Pattern.compile("%(2[5Cc0]|3[Dd]|[01]\\p{XDigit}|7[Ff])");

  /**
   * Reads a comment of either grammar.
   *
   * @throws ExchangeException when it is of neither
   */
  static PcapmlComment parse(String text, Place place) throws ExchangeException {
    int comma = text.indexOf(',');
    int equals = text.indexOf('=');
    boolean legacy = comma > 0 && (equals < 0 || equals > comma);
    if (legacy) {
      return new PcapmlComment(
          text.substring(0, comma).strip(),
          Map.of(LabelFields.CLASS, text.substring(comma + 1).strip()));
    }
    Map<String, String> facts = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int at = part.indexOf('=');
      if (at <= 0) {
        throw place.problem(
            "'%s' in its comment is no key=value; pcapML has <sample>,<label> or s=<sample>,key=value"
                .formatted(part));
      }
      facts.put(unescape(part.substring(0, at).strip()), unescape(part.substring(at + 1).strip()));
    }
    String sample =
        Optional.ofNullable(facts.remove(SAMPLE))
            .filter(id -> !id.isEmpty())
            .orElseThrow(
                () -> place.problem("its comment names no sample; pcapML needs s=<sample>"));
    return new PcapmlComment(sample, facts);
  }

  /** The comment in the newer grammar. */
  String text() {
    return SAMPLE
        + "="
        + escape(sample)
        + facts.entrySet().stream()
            .map(fact -> "," + escape(fact.getKey()) + "=" + escape(fact.getValue()))
            .collect(Collectors.joining());
  }

  /** Blanks at both ends too, because readers take them off. */
  private static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean edge = i == 0 || i == value.length() - 1;
      if (c == '%' || c == ',' || c == '=' || c < ' ' || c == 0x7f || edge && c == ' ') {
        escaped.append('%').append("%02X".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Undoes only what {@link #escape} does: a percent sign of other writers stays one. */
  private static String unescape(String text) {
    return text.indexOf('%') < 0
        ? text
        : ESCAPED
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
