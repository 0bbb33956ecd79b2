package org.dreyfus.exchange.flowcsv;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.IpProtocols;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.labels.Place;
import org.dreyfus.exchange.table.CsvReader;

/**
 * A line of the table, as far as it names a flow.
 *
 * @param row all its values
 * @param communityId of the flow; the same in both directions
 * @param startNanos time of its first packet, when the line says it
 * @param place for errors
 */
record FlowLine(CsvReader.Row row, String communityId, OptionalLong startNanos, Place place) {

  private static final int LARGEST_PORT = 65_535;
  private static final int NANO_DIGITS = 9;

  static FlowLine of(CsvReader.Row row, Path file) throws ExchangeException {
    Place place = Place.line(file, row.line());
    Optional<String> id = row.value(Columns.COMMUNITY_ID);
    boolean tuple = Columns.TUPLE.stream().allMatch(column -> row.value(column).isPresent());
    if (id.isEmpty() && !tuple) {
      throw place.problem("names no flow; give community_id, or all of " + Columns.TUPLE);
    }
    String named = tuple ? CommunityId.of(key(row, place)) : id.orElse("");
    if (tuple && id.isPresent() && !id.get().equals(named)) {
      throw place.problem(
          "its community_id is not that of its 5-tuple, which is " + named + "; correct one");
    }
    return new FlowLine(row, named, start(row, place), place);
  }

  private static FlowKey key(CsvReader.Row row, Place place) throws ExchangeException {
    String proto = row.value("proto").orElse("");
    OptionalInt number = IpProtocols.number(proto);
    return new FlowKey(
        address(row, "src_ip", place),
        port(row, "src_port", place),
        address(row, "dest_ip", place),
        port(row, "dest_port", place),
        number.orElseThrow(
            () -> place.problem("proto '" + proto + "' is not known; give its IANA number")));
  }

  private static InetAddress address(CsvReader.Row row, String column, Place place)
      throws ExchangeException {
    String text = row.value(column).orElse("");
    try {
      return IpLiteral.parse(text);
    } catch (IllegalArgumentException e) {
      throw place.problem(column + " " + e.getMessage());
    }
  }

  private static int port(CsvReader.Row row, String column, Place place) throws ExchangeException {
    String text = row.value(column).orElse("");
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LARGEST_PORT) {
      throw place.problem(column + " '" + text + "' is no port; 0 to 65535");
    }
    return Integer.parseInt(text);
  }

  private static OptionalLong start(CsvReader.Row row, Place place) throws ExchangeException {
    Optional<String> text = row.value(Columns.START);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          new BigDecimal(text.get()).movePointRight(NANO_DIGITS).toBigInteger().longValueExact());
    } catch (NumberFormatException e) {
      throw place.problem("start '" + text.get() + "' is no time; give seconds since 1970");
    } catch (ArithmeticException e) {
      throw place.problem("start '" + text.get() + "' is beyond the year 2262");
    }
  }
}
