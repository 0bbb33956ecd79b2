package org.dreyfus.exchange.mapped;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.corpus.IpProtocols;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.intake.FlowLabels;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;

/** Labels of a member's flows, by the rules of its mapping. */
final class MappedLabels implements FlowLabels {

  private static final String PORT = "port";

  private final Mapping mapping;
  private final DataSet.Member member;
  private final SourceFacts source;
  private final ImportOptions options;
  private final Place place;
  private final Map<String, Pattern> patterns = new HashMap<>();

  /** What the source says of single flows, beside their packets. */
  @FunctionalInterface
  interface SourceFacts {

    /** Names and values; empty when it says nothing of this flow. */
    Map<String, String> of(FlowFacts flow);

    /** A source whose labels stand in paths alone. */
    static SourceFacts none() {
      return flow -> Map.of();
    }
  }

  MappedLabels(Mapping mapping, DataSet.Member member, SourceFacts source, ImportOptions options) {
    this.mapping = mapping;
    this.member = member;
    this.source = source;
    this.options = options;
    this.place = Place.file(member.file());
  }

  @Override
  public Label of(FlowFacts flow) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>(source.of(flow));
    facts.put("proto", IpProtocols.name(flow.key().ipProtocol()));
    Map<String, String> fields = new LinkedHashMap<>(member.rule().labels());
    for (Mapping.FlowRule rule : mapping.flows()) {
      if (matches(rule, facts, flow.key())) {
        fields.putAll(rule.labels());
        break;
      }
    }
    facts.putAll(member.variables());
    return LabelFields.read(options.completed(Template.fill(fields, facts, place)), place);
  }

  private boolean matches(Mapping.FlowRule rule, Map<String, String> facts, FlowKey key)
      throws IOException {
    for (Map.Entry<String, String> condition : rule.when().entrySet()) {
      Pattern pattern = pattern(condition.getValue());
      boolean matches =
          condition.getKey().equals(PORT)
              ? pattern.matcher(Integer.toString(key.initiatorPort())).matches()
                  || pattern.matcher(Integer.toString(key.responderPort())).matches()
              : pattern.matcher(facts.getOrDefault(condition.getKey(), "")).matches();
      if (!matches) {
        return false;
      }
    }
    return true;
  }

  private Pattern pattern(String template) throws IOException {
    Optional<Pattern> known = Optional.ofNullable(patterns.get(template));
    if (known.isPresent()) {
      return known.get();
    }
    Map<String, String> quoted = new LinkedHashMap<>();
    member.variables().forEach((name, value) -> quoted.put(name, Pattern.quote(value)));
    try {
      Pattern pattern =
          Pattern.compile(Template.fill(template, quoted, place), Pattern.CASE_INSENSITIVE);
      patterns.put(template, pattern);
      return pattern;
    } catch (PatternSyntaxException e) {
      throw place.problem(
          "the mapping's condition '" + template + "' is no regular expression; correct it");
    }
  }
}
