package org.dreyfus.exchange.pcapml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.intake.ImportedCorpus;
import org.dreyfus.exchange.intake.ImportedSession;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;

/**
 * Labels a plain capture by a rules file of pcapML. As there, the first rule that matches a packet
 * counts; the rules of a flow's packets must agree on its label. The capture is one session and one
 * cluster, since it was recorded in one go.
 */
public final class RulesImport {

  private static final String NO_RULE = "No rule of the rules file matches a packet of this flow.";

  private final Path capture;
  private final ImportOptions options;

  private RulesImport(Path capture, ImportOptions options) {
    this.capture = capture;
    this.options = options;
  }

  /**
   * Makes a corpus of one session.
   *
   * @throws IOException when a rule is malformed or matches nothing, or two rules contradict each
   *     other on a flow
   */
  public static Corpus read(Path capture, Path rules, ImportOptions options) throws IOException {
    List<PacketFilter> filters = new ArrayList<>();
    try (ImportedCorpus corpus = ImportedCorpus.begin(options.out())) {
      corpus.register(options.works());
      parse(rules).forEach(rule -> filters.add(new PacketFilter(rule)));
      Map<Long, PcapmlRule> ruleOfFlow = new RulesImport(capture, options).match(filters);
      String name = String.valueOf(capture.getFileName());
      corpus.addCopy(
          new ImportedSession(
              name,
              "rules",
              "The capture " + name + ", labelled by the rules of " + rules.getFileName() + ".",
              "rules/" + name,
              Optional.empty()),
          capture,
          flow -> label(flow, ruleOfFlow, options));
      return corpus.finish(
          options.about(name, "The capture " + name + " with labels from a pcapML rules file."));
    } finally {
      filters.forEach(PacketFilter::close);
    }
  }

  private static List<PcapmlRule> parse(Path file) throws IOException {
    List<PcapmlRule> rules = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        rules.add(PcapmlRule.parse(line, Place.line(file, i + 1L)));
      }
    }
    if (rules.isEmpty()) {
      throw Place.file(file).problem("holds no rule; write one a line");
    }
    return rules;
  }

  private Map<Long, PcapmlRule> match(List<PacketFilter> filters) throws IOException {
    CaptureFlows flows = CaptureFlows.of(CaptureSource.file(capture));
    Map<Long, PcapmlRule> ruleOfFlow = new HashMap<>();
    List<PacketFilter> unused = new ArrayList<>(filters);
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(capture))) {
      while (reader.next(frame)) {
        long flow = flows.flowOf(frame.number());
        Optional<PacketFilter> first =
            flow == CaptureFlows.NO_FLOW ? Optional.empty() : first(filters, frame);
        if (first.isPresent()) {
          unused.remove(first.get());
          agree(ruleOfFlow, flow, first.get().rule());
        }
      }
    }
    if (!unused.isEmpty()) {
      throw unused
          .get(0)
          .rule()
          .place()
          .problem(
              "matches no packet of "
                  + capture
                  + " that an earlier rule leaves; correct or remove it");
    }
    return ruleOfFlow;
  }

  private static Optional<PacketFilter> first(List<PacketFilter> filters, Frame frame)
      throws IOException {
    for (PacketFilter filter : filters) {
      if (filter.matches(frame)) {
        return Optional.of(filter);
      }
    }
    return Optional.empty();
  }

  private static void agree(Map<Long, PcapmlRule> ruleOfFlow, long flow, PcapmlRule rule)
      throws ExchangeException {
    PcapmlRule before = Optional.ofNullable(ruleOfFlow.putIfAbsent(flow, rule)).orElse(rule);
    if (!before.label().equals(rule.label())) {
      throw rule.place()
          .problem(
              "calls the flow that begins at frame %d %s, an earlier rule %s; make them agree"
                  .formatted(flow, rule.label(), before.label()));
    }
  }

  private static Label label(
      FlowFacts flow, Map<Long, PcapmlRule> ruleOfFlow, ImportOptions options)
      throws ExchangeException {
    Optional<PcapmlRule> rule = Optional.ofNullable(ruleOfFlow.get(flow.number()));
    return rule.isEmpty()
        ? LabelFields.unnamed(NO_RULE)
        : LabelFields.read(
            options.completed(Map.of(LabelFields.CLASS, rule.get().label())), rule.get().place());
  }
}
