package org.dreyfus.exchange.flowcsv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.intake.FlowLabels;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;

/**
 * Finds the flow that each line speaks of: of those with its 5-tuple, the one that begins nearest
 * to its {@code start}, if it is there at most a second before the flow begins or after it ends;
 * without a {@code start} all of them.
 */
final class FlowMatcher implements FlowLabels {

  private static final long TOLERANCE_NANOS = 1_000_000_000L;
  private static final String NO_LINE = "No line of the imported table names this flow.";

  private final Path capture;
  private final List<FlowLine> lines;
  private final ImportOptions options;
  private final Map<Long, FlowLine> lineOfFlow = new HashMap<>();
  private final Set<FlowLine> used = new HashSet<>();

  FlowMatcher(List<FlowLine> lines, Path capture, ImportOptions options) throws IOException {
    this.lines = lines;
    this.capture = capture;
    this.options = options;
    Map<String, List<FlowFacts>> byId = new LinkedHashMap<>();
    for (FlowFacts flow : CaptureFlows.of(CaptureSource.file(capture)).flows()) {
      byId.computeIfAbsent(flow.communityId(), id -> new ArrayList<>()).add(flow);
    }
    for (FlowLine line : lines) {
      for (FlowFacts flow : meant(line, byId.getOrDefault(line.communityId(), List.of()))) {
        name(flow, line);
      }
    }
  }

  private static List<FlowFacts> meant(FlowLine line, List<FlowFacts> candidates) {
    if (line.startNanos().isEmpty()) {
      return candidates;
    }
    long start = line.startNanos().getAsLong();
    return candidates.stream()
        .filter(flow -> start >= flow.record().firstTimestampNanos() - TOLERANCE_NANOS)
        .filter(flow -> start <= flow.lastTimestampNanos() + TOLERANCE_NANOS)
        .min(
            Comparator.comparingLong(flow -> Math.abs(flow.record().firstTimestampNanos() - start)))
        .stream()
        .toList();
  }

  private void name(FlowFacts flow, FlowLine line) throws ExchangeException {
    Optional<FlowLine> before = Optional.ofNullable(lineOfFlow.putIfAbsent(flow.number(), line));
    if (before.isPresent()) {
      throw line.place()
          .problem(
              "speaks of the flow of line %d again (it begins at frame %d); remove one"
                  .formatted(before.get().row().line(), flow.number()));
    }
    used.add(line);
  }

  @Override
  public Label of(FlowFacts flow) throws IOException {
    Optional<FlowLine> line = Optional.ofNullable(lineOfFlow.get(flow.number()));
    return line.isEmpty()
        ? LabelFields.unnamed(NO_LINE)
        : LabelFields.read(options.completed(line.get().row().values()), line.get().place());
  }

  @Override
  public Place place(FlowFacts flow) {
    return Optional.ofNullable(lineOfFlow.get(flow.number()))
        .map(FlowLine::place)
        .orElse(Place.file(capture));
  }

  /**
   * Fails at the first line that speaks of no flow.
   *
   * @throws ExchangeException with file and line
   */
  void requireAllUsed() throws ExchangeException {
    for (FlowLine line : lines) {
      if (!used.contains(line)) {
        throw line.place()
            .problem(
                "matches no flow of %s (%s); correct or remove the line"
                    .formatted(capture, line.communityId()));
      }
    }
  }
}
