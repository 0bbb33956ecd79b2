package org.dreyfus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The checks that a corpus must pass, but for those that need its packets: digests, works, labels
 * that agree with each other, pairs that differ in rights only.
 */
public final class CorpusValidator {

  private final Corpus corpus;
  private final List<String> problems = new ArrayList<>();

  private CorpusValidator(Corpus corpus) {
    this.corpus = corpus;
  }

  /**
   * @return what is wrong, one line each; empty when all is well
   * @throws IOException when a file cannot be read at all
   */
  public static List<String> problems(Corpus corpus) throws IOException {
    CorpusValidator validator = new CorpusValidator(corpus);
    validator.checkDigests();
    for (Session session : corpus.sessions()) {
      validator.checkSession(session);
    }
    validator.checkPairs();
    validator.checkFeed();
    return List.copyOf(validator.problems);
  }

  private void checkDigests() throws IOException {
    Map<String, String> found = CorpusWriter.digests(corpus.folder());
    Map<String, String> listed = corpus.manifest().files();
    Set<String> names = new TreeSet<>(found.keySet());
    names.addAll(listed.keySet());
    for (String name : names) {
      Optional<String> is = Optional.ofNullable(found.get(name));
      Optional<String> should = Optional.ofNullable(listed.get(name));
      if (is.isEmpty()) {
        problems.add(name + ": listed in corpus.json but missing");
      } else if (should.isEmpty()) {
        problems.add(name + ": not listed in corpus.json");
      } else if (!is.equals(should)) {
        problems.add(name + ": differs from its digest in corpus.json");
      }
    }
  }

  /** The rights feed names every work that is registered as unlicensed, and no other. */
  private void checkFeed() throws IOException {
    Optional<Identifiers> feed = corpus.identifiers();
    if (feed.isEmpty()) {
      return;
    }
    Set<String> named =
        feed.get().works().stream().map(RegisteredWork::sha256).collect(Collectors.toSet());
    Set<String> unlicensed =
        corpus.works().values().stream()
            .filter(work -> work.legalStatus() == LegalStatus.INFRINGING)
            .map(Work::sha256)
            .collect(Collectors.toSet());
    for (String digest : new TreeSet<>(unlicensed)) {
      if (!named.contains(digest)) {
        problems.add(Corpus.IDENTIFIERS + ": does not name the unlicensed work " + digest);
      }
    }
    for (String digest : new TreeSet<>(named)) {
      if (!unlicensed.contains(digest)) {
        problems.add(Corpus.IDENTIFIERS + ": names " + digest + ", which is no unlicensed work");
      }
    }
  }

  private void checkSession(Session session) throws IOException {
    boolean reenacted = session.origin() == Origin.REENACTED;
    boolean replicated = session.origin() == Origin.REPLICATED;
    if (!replicated && reenacted != session.fidelity().isPresent()) {
      problem(session, "a re-enacted session or its replica, and no other, states its fidelity");
    }
    Set<String> hosts = session.hosts().stream().map(Host::name).collect(Collectors.toSet());
    for (AddressMention mention : session.mentions()) {
      if (!hosts.contains(mention.host())) {
        problem(session, "frame " + mention.frame() + " mentions unknown host " + mention.host());
      }
    }
    if (!Files.isRegularFile(corpus.capture(session))) {
      problem(session, "its capture " + session.capture() + " is missing");
    }
    long last = 0;
    for (FlowLabel flow : corpus.flows(session)) {
      if (flow.flow() <= last) {
        problem(session, "flow " + flow.flow() + " stands after flow " + last);
      }
      last = flow.flow();
      checkLabel(session, flow);
    }
    if (last == 0) {
      problem(session, "no flow is labelled");
    }
  }

  private void checkLabel(Session session, FlowLabel flow) {
    Label label = flow.label();
    boolean unlicensed = label.legalBasis() == LegalBasis.UNLICENSED_COPY;
    boolean infringing = label.legalStatus() == LegalStatus.INFRINGING;
    if (unlicensed != infringing) {
      problem(session, "flow " + flow.flow() + ": INFRINGING and UNLICENSED_COPY go together");
    }
    boolean undetermined = label.legalStatus() == LegalStatus.UNDETERMINED;
    if (undetermined != (label.legalBasis() == LegalBasis.UNESTABLISHED)) {
      problem(session, "flow " + flow.flow() + ": UNDETERMINED and UNESTABLISHED go together");
    }
    if (undetermined != label.reason().isPresent()) {
      problem(session, "flow " + flow.flow() + ": UNDETERMINED, and nothing else, has a reason");
    }
    if (session.origin() != Origin.IMPORTED
        && label.role() == Role.CONTENT
        && label.work().isEmpty()
        && label.legalBasis() != LegalBasis.NOT_CONTENT) {
      problem(session, "flow " + flow.flow() + ": a CONTENT flow carries a work");
    }
    if ((label.protection() == Protection.TUNNELLED) != label.carries().isPresent()) {
      problem(session, "flow " + flow.flow() + ": TUNNELLED and 'carries' go together");
    }
    if (label.protection() == Protection.UNSTATED && session.origin() != Origin.IMPORTED) {
      problem(session, "flow " + flow.flow() + ": only an imported session may be UNSTATED");
    }
    label.work().ifPresent(id -> checkWork(session, flow, id));
  }

  private void checkWork(Session session, FlowLabel flow, String id) {
    Optional<Work> work = Optional.ofNullable(corpus.works().get(id));
    if (work.isEmpty()) {
      problem(session, "flow " + flow.flow() + ": work '" + id + "' is not in works.json");
    } else if (work.get().legalStatus() != flow.label().legalStatus()) {
      problem(session, "flow " + flow.flow() + ": its status is not that of work '" + id + "'");
    }
  }

  private void checkPairs() throws IOException {
    Map<String, List<Session>> pairs = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      session
          .pair()
          .ifPresent(
              pair -> pairs.computeIfAbsent(pair.id(), id -> new ArrayList<>()).add(session));
    }
    for (Map.Entry<String, List<Session>> pair : pairs.entrySet()) {
      checkPair(pair.getKey(), pair.getValue());
    }
  }

  private void checkPair(String id, List<Session> members) throws IOException {
    if (members.size() != 2) {
      problems.add("pair " + id + ": has " + members.size() + " members instead of two");
      return;
    }
    Session a = members.get(0);
    Session b = members.get(1);
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

  private void problem(Session session, String text) {
    problems.add("session " + session.id() + ": " + text);
  }
}
