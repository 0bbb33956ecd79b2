package org.dreyfus.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two members of a pair differ in rights, and in nothing else that is written down. */
final class PairRules {

  private final Corpus corpus;
  private final List<String> problems = new ArrayList<>();

  PairRules(Corpus corpus) {
    this.corpus = corpus;
  }

  /** One line each, beginning with the pair. */
  List<String> problems() throws IOException {
    Map<String, List<String>> pairs = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      session
          .pair()
          .ifPresent(
              pair -> pairs.computeIfAbsent(pair.id(), id -> new ArrayList<>()).add(session.id()));
    }
    for (Map.Entry<String, List<String>> pair : pairs.entrySet()) {
      checkPair(pair.getKey(), pair.getValue());
    }
    return List.copyOf(problems);
  }

  private void checkPair(String id, List<String> members) throws IOException {
    if (members.size() != 2) {
      problems.add("pair " + id + ": has " + members.size() + " members instead of two");
      return;
    }
    Session a = corpus.session(members.get(0)).orElseThrow();
    Session b = corpus.session(members.get(1)).orElseThrow();
    if (!a.pair().equals(b.pair())) {
      problems.add("pair " + id + ": its members state another type or pair of works");
    }
    if (!a.cluster().equals(b.cluster())
        || !a.scenario().equals(b.scenario())
        || !contentRoutes(a).equals(contentRoutes(b))) {
      problems.add("pair " + id + ": its members differ in more than rights");
    }
    if (infringes(a) == infringes(b)) {
      problems.add("pair " + id + ": exactly one member must be unlicensed");
    }
    if (!sizes(a).equals(sizes(b))) {
      problems.add("pair " + id + ": its works differ in size");
    }
  }

  private Set<String> contentRoutes(Session session) throws IOException {
    return corpus.flows(session).stream()
        .map(FlowLabel::label)
        .filter(label -> label.role() == Role.CONTENT)
        .map(
            label ->
                String.join(
                    " ",
                    label.protocol(),
                    label.carries().orElse("-"),
                    label.protection().name(),
                    label.application()))
        .collect(Collectors.toSet());
  }

  private boolean infringes(Session session) throws IOException {
    return corpus.flows(session).stream()
        .anyMatch(flow -> flow.label().legalStatus() == LegalStatus.INFRINGING);
  }

  private Set<Long> sizes(Session session) throws IOException {
    return corpus.flows(session).stream()
        .flatMap(flow -> flow.label().work().stream())
        .flatMap(id -> Optional.ofNullable(corpus.works().get(id)).stream())
        .map(Work::sizeBytes)
        .collect(Collectors.toSet());
  }
}
