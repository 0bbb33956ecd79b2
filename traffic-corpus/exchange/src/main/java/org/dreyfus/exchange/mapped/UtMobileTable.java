package org.dreyfus.exchange.mapped;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.labels.Place;
import org.dreyfus.exchange.rebuilt.RebuiltPacket;
import org.dreyfus.exchange.rebuilt.RebuiltPacket.Tcp;
import org.dreyfus.exchange.table.CsvReader;

/**
 * A table of UTMobileNet2021: a line a packet, columns named like tshark's fields. True are times,
 * addresses, ports, payload lengths, sequence numbers, flags and windows; payload is absent. Of
 * packets within packets the outer one is taken.
 */
final class UtMobileTable {

  private static final int IPV4_HEADER = 20;
  private static final int UDP_HEADER = 8;
  private static final int LARGEST_IP = 65_535;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** {@code Mar 16, 2019 10:50:31.004693000 CDT}. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("MMM d, yyyy HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern(" zzz")
          .toFormatter(Locale.US);

  private final Path file;
  private final List<RebuiltPacket> packets = new ArrayList<>();
  private long skipped;

  private UtMobileTable(Path file) {
    this.file = file;
  }

  static List<RebuiltPacket> read(Path file, Consumer<String> notices) throws IOException {
    UtMobileTable table = new UtMobileTable(file);
    try (CsvReader reader = CsvReader.open(file)) {
      for (String column : List.of("frame.time", "ip.src", "ip.dst", "ip.proto", "ip.len")) {
        if (!reader.header().contains(column)) {
          throw ExchangeException.at(
              file, 1, "has no column " + column + ", as tables of UTMobileNet2021 have");
        }
      }
      for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        table.add(row.get());
      }
    }
    if (table.skipped > 0) {
      notices.accept("%s: %d lines are not of IPv4; left out".formatted(file, table.skipped));
    }
    return table.packets;
  }

  private void add(CsvReader.Row row) throws IOException {
    Place place = Place.line(file, row.line());
    if (outer(row, "ip.src").isEmpty() || outer(row, "ip.proto").isEmpty()) {
      skipped++;
      return;
    }
    int protocol = number(row, "ip.proto", place);
    String transport = protocol == RebuiltPacket.UDP ? "udp." : "tcp.";
    boolean ports = protocol == RebuiltPacket.TCP || protocol == RebuiltPacket.UDP;
    packets.add(
        new RebuiltPacket(
            time(row, place),
            address(row, "ip.src", place),
            ports ? number(row, transport + "srcport", place) : 0,
            address(row, "ip.dst", place),
            ports ? number(row, transport + "dstport", place) : 0,
            protocol,
            protocol == RebuiltPacket.TCP ? tcp(row, place) : Tcp.NONE,
            payloadBytes(row, protocol, place),
            new byte[0]));
  }

  private static int payloadBytes(CsvReader.Row row, int protocol, Place place)
      throws ExchangeException {
    int bytes =
        switch (protocol) {
          case RebuiltPacket.TCP -> number(row, "tcp.len", place);
          case RebuiltPacket.UDP -> number(row, "udp.length", place) - UDP_HEADER;
          default -> number(row, "ip.len", place) - IPV4_HEADER;
        };
    if (bytes < 0 || bytes > LARGEST_IP) {
      throw place.problem("a payload of " + bytes + " bytes is impossible; copy the file again");
    }
    return bytes;
  }

  private static Tcp tcp(CsvReader.Row row, Place place) throws ExchangeException {
    int flags =
        flag(row, "tcp.flags.fin", Tcp.FIN)
            | flag(row, "tcp.flags.syn", Tcp.SYN)
            | flag(row, "tcp.flags.reset", Tcp.RST)
            | flag(row, "tcp.flags.push", Tcp.PSH)
            | flag(row, "tcp.flags.ack", Tcp.ACK);
    return new Tcp(
        optional(row, "tcp.seq", place),
        optional(row, "tcp.ack", place),
        flags,
        (int) optional(row, "tcp.window_size_value", place));
  }

  private static int flag(CsvReader.Row row, String column, int bit) {
    return outer(row, column).filter(v -> v.matches("(?i)1(\\.0*)?|true")).isPresent() ? bit : 0;
  }

  private static Optional<String> outer(CsvReader.Row row, String column) {
    return row.value(column).map(value -> value.split(",", 2)[0].strip()).filter(v -> !v.isEmpty());
  }

  private static int number(CsvReader.Row row, String column, Place place)
      throws ExchangeException {
    if (outer(row, column).isEmpty()) {
      throw place.problem("has no " + column + "; copy the file again");
    }
    return (int) optional(row, column, place);
  }

  /** Tables that passed through other tools have {@code 443.0} where tshark printed {@code 443}. */
  private static long optional(CsvReader.Row row, String column, Place place)
      throws ExchangeException {
    String text = outer(row, column).orElse("0");
    if (!text.matches("\\d{1,10}(\\.0*)?")) {
      throw place.problem(column + " '" + text + "' is no number");
    }
    return Long.parseLong(text.replaceFirst("\\..*", ""));
  }

  private static InetAddress address(CsvReader.Row row, String column, Place place)
      throws IOException {
    String text = outer(row, column).orElse("");
    if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      throw place.problem(column + " '" + text + "' is no IPv4 address");
    }
    return InetAddress.getByName(text);
  }

  private static long time(CsvReader.Row row, Place place) throws ExchangeException {
    String text = row.value("frame.time").orElse("").replaceAll("\\s+", " ");
    try {
      Instant instant = ZonedDateTime.parse(text, TIME).toInstant();
      return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
    } catch (DateTimeException e) {
      throw place.problem(
          "frame.time '" + text + "' is not like Mar 16, 2019 10:50:31.004693000 CDT");
    }
  }
}
