package org.dreyfus.exchange.pcapml;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.labels.Place;

/**
 * One line of a rules file: {@code BPF:<filter>[|TS_START:<s>][|TS_END:<s>],<label>[,<hash_key>]}.
 *
 * @param filter in the language of pcap-filter(7); absent when only times count
 * @param startSeconds first second, since 1970-01-01 UTC
 * @param endSeconds last second, inclusive
 * @param label class of the packets
 * @param hashKey names the sample in pcapML; flows have names of their own here
 * @param place of the line
 */
record PcapmlRule(
    Optional<String> filter,
    OptionalLong startSeconds,
    OptionalLong endSeconds,
    String label,
    Optional<String> hashKey,
    Place place) {

  /** A bar before anything else belongs to the filter, where it means "or". */
  private static final Pattern PARTS = Pattern.compile("\\|(?=BPF:|TS_START:|TS_END:)");

  static PcapmlRule parse(String line, Place place) throws ExchangeException {
    String[] fields = line.split(",", 3);
    if (fields.length < 2 || fields[1].isBlank()) {
      throw place.problem("no label; a rule is BPF:<filter>[|TS_START:<s>][|TS_END:<s>],<label>");
    }
    Optional<String> filter = Optional.empty();
    OptionalLong start = OptionalLong.empty();
    OptionalLong end = OptionalLong.empty();
    for (String part : PARTS.split(fields[0].strip())) {
      if (part.startsWith("BPF:")) {
        filter = Optional.of(part.substring(4).strip());
      } else if (part.startsWith("TS_START:")) {
        start = OptionalLong.of(seconds(part.substring(9), place));
      } else if (part.startsWith("TS_END:")) {
        end = OptionalLong.of(seconds(part.substring(7), place));
      } else {
        throw place.problem("'" + part + "' begins with none of BPF:, TS_START:, TS_END:");
      }
    }
    Optional<String> key = fields.length > 2 ? Optional.of(fields[2].strip()) : Optional.empty();
    return new PcapmlRule(filter, start, end, fields[1].strip(), key, place);
  }

  private static long seconds(String text, Place place) throws ExchangeException {
    if (!text.strip().matches("\\d{1,12}")) {
      throw place.problem("'" + text + "' is no time; give whole seconds since 1970");
    }
    return Long.parseLong(text.strip());
  }

  boolean covers(long timestampNanos) {
    long second = Math.floorDiv(timestampNanos, 1_000_000_000L);
    return second >= startSeconds.orElse(Long.MIN_VALUE)
        && second <= endSeconds.orElse(Long.MAX_VALUE);
  }
}
