package org.dreyfus.exchange.mapped;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.FlowFacts;

/**
 * The ground truth of UNIBS-2009: after a header, a line a flow with eight fields between colons:
 * time (seconds since 1970), source address, destination address, source port, destination port,
 * verdict, application, protocol. A trailing semicolon is passed over. A flow is found by its
 * 5-tuple, either transport when the protocol names none, and the time nearest to its beginning, at
 * most a minute away.
 */
final class UnibsLog implements MappedLabels.SourceFacts {

  private static final int FIELDS = 8;
  private static final int NANO_DIGITS = 9;
  private static final long TOLERANCE_NANOS = 60_000_000_000L;

  private record Entry(long line, long nanos, Map<String, String> facts) {}

  private final Path file;
  private final Map<String, List<Entry>> byCommunityId = new HashMap<>();
  private final Set<Long> used = new HashSet<>();
  private long entries;

  private UnibsLog(Path file) {
    this.file = file;
  }

  static UnibsLog read(Path file) throws IOException {
    UnibsLog log = new UnibsLog(file);
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      reader.readLine(); // the header
      long number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          log.add(line.strip(), number);
        }
      }
    }
    return log;
  }

  private void add(String line, long number) throws IOException {
    String[] fields = line.replaceFirst(";$", "").split(":", -1);
    boolean known =
        fields.length == FIELDS
            && fields[0].strip().matches("\\d{1,10}(\\.\\d+)?")
            && fields[1].strip().matches("\\d{1,3}(\\.\\d{1,3}){3}")
            && fields[2].strip().matches("\\d{1,3}(\\.\\d{1,3}){3}")
            && fields[3].strip().matches("\\d{1,5}")
            && fields[4].strip().matches("\\d{1,5}");
    if (!known) {
      throw ExchangeException.at(
          file,
          number,
          "is not time:source:destination:port:port:verdict:application:protocol; correct it");
    }
    long nanos = new BigDecimal(fields[0].strip()).movePointRight(NANO_DIGITS).longValue();
    Map<String, String> facts =
        Map.of(
            "verdict", fields[5].strip(),
            "application", fields[6].strip(),
            "protocol", fields[7].strip());
    Entry entry = new Entry(number, nanos, facts);
    for (int transport : transports(fields[7].strip())) {
      FlowKey key =
          new FlowKey(
              InetAddress.getByName(fields[1].strip()),
              Integer.parseInt(fields[3].strip()),
              InetAddress.getByName(fields[2].strip()),
              Integer.parseInt(fields[4].strip()),
              transport);
      byCommunityId.computeIfAbsent(CommunityId.of(key), id -> new ArrayList<>()).add(entry);
    }
    entries++;
  }

  private static List<Integer> transports(String protocol) {
    return switch (protocol.toLowerCase(Locale.ROOT)) {
      case "tcp", "6" -> List.of(6);
      case "udp", "17" -> List.of(17);
      default -> List.of(6, 17);
    };
  }

  @Override
  public Map<String, String> of(FlowFacts flow) {
    long start = flow.record().firstTimestampNanos();
    Optional<Entry> nearest =
        byCommunityId.getOrDefault(flow.communityId(), List.of()).stream()
            .filter(entry -> Math.abs(entry.nanos() - start) <= TOLERANCE_NANOS)
            .min(Comparator.comparingLong(entry -> Math.abs(entry.nanos() - start)));
    nearest.ifPresent(entry -> used.add(entry.line()));
    return nearest.map(Entry::facts).orElse(Map.of("application", "", "protocol", ""));
  }

  /** A line for the user when entries of the log met no flow. */
  Optional<String> unused() {
    long left = entries - used.size();
    return left == 0
        ? Optional.empty()
        : Optional.of("%s: %d of %d lines match no flow".formatted(file, left, entries));
  }
}
