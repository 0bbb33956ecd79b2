package org.dreyfus.scoring;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.corpus.vocabulary.Vocabulary;

/**
 * What a session is about: the labels of its CONTENT flows, or of all flows when it moves no
 * content.
 *
 * @param protocols outermost on the wire
 * @param networks these, and what tunnels carry
 * @param protections of the content
 * @param bases why it may move, or may not
 * @param applications that moved it
 * @param trafficClass the first in the list of classes, when its protocols have several
 */
record SessionTraits(
    Set<String> protocols,
    Set<String> networks,
    Set<Protection> protections,
    Set<LegalBasis> bases,
    Set<String> applications,
    TrafficClass trafficClass) {

  static SessionTraits of(List<FlowJudgement> flows) {
    Set<Label> labels = labels(flows, true);
    if (labels.isEmpty()) {
      labels = labels(flows, false);
    }
    Set<String> protocols = each(labels, Label::protocol);
    Set<String> networks = new TreeSet<>(protocols);
    labels.forEach(label -> label.carries().ifPresent(networks::add));
    return new SessionTraits(
        protocols,
        networks,
        each(labels, Label::protection),
        each(labels, Label::legalBasis),
        each(labels, Label::application),
        protocols.stream()
            .map(Vocabulary::trafficClass)
            .min(TrafficClass::compareTo)
            .orElse(TrafficClass.INFRASTRUCTURE));
  }

  private static Set<Label> labels(List<FlowJudgement> flows, boolean onlyContent) {
    return flows.stream()
        .filter(flow -> !onlyContent || flow.has(Role.CONTENT))
        .map(flow -> flow.observation().label())
        .collect(Collectors.toSet());
  }

  private static <T> Set<T> each(Collection<Label> labels, Function<Label, T> value) {
    return labels.stream().map(value).collect(Collectors.toCollection(TreeSet::new));
  }
}
