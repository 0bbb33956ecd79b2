package org.dreyfus.scoring;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.inline.InlineEvidence;

/**
 * Evidence that is held in memory, as a whole.
 *
 * @param corpus what was run against
 * @param sessions of the corpus, in the order of their ids
 * @param observations one a flow, by session and flow
 * @param unstable flows whose verdict, protocol or decision point differed under another blinding
 *     key or unblinded, of a device: that were not treated alike in all replays; they bear no
 *     witness
 * @param blindingKeys how many keys were compared, of a device on the wire: how many replays with
 *     fresh addresses; a witness needs three
 * @param feeds what the classifier was told in advance, by name: {@code "NETWORK"}
 * @param accusations of hosts, each once a session
 * @param conduct of a classifier that ran outside the harness, one a session
 * @param inline what was seen on the wire, when a device was run and not a classifier
 */
public record RunEvidence(
    CorpusFacts corpus,
    List<Session> sessions,
    List<Observation> observations,
    Set<FlowRef> unstable,
    int blindingKeys,
    Set<String> feeds,
    List<Accusation> accusations,
    List<Conduct> conduct,
    Optional<InlineEvidence> inline)
    implements Evidence {

  public RunEvidence {
    conduct = List.copyOf(conduct);
    sessions = List.copyOf(sessions);
    observations = List.copyOf(observations);
    unstable = Set.copyOf(unstable);
    accusations = List.copyOf(accusations);
    feeds = Collections.unmodifiableSet(new TreeSet<>(feeds));
  }

  /** Evidence of a classifier that ran inside the harness. */
  public RunEvidence(
      CorpusFacts corpus,
      List<Session> sessions,
      List<Observation> observations,
      Set<FlowRef> unstable,
      int blindingKeys,
      Set<String> feeds,
      List<Accusation> accusations) {
    this(corpus, sessions, observations, unstable, blindingKeys, feeds, accusations, List.of());
  }

  /** Evidence of a classifier that ran outside the harness. */
  public RunEvidence(
      CorpusFacts corpus,
      List<Session> sessions,
      List<Observation> observations,
      Set<FlowRef> unstable,
      int blindingKeys,
      Set<String> feeds,
      List<Accusation> accusations,
      List<Conduct> conduct) {
    this(
        corpus,
        sessions,
        observations,
        unstable,
        blindingKeys,
        feeds,
        accusations,
        conduct,
        Optional.empty());
  }

  /** The same of a device on the wire. */
  public RunEvidence with(InlineEvidence seen) {
    return new RunEvidence(
        corpus,
        sessions,
        observations,
        unstable,
        blindingKeys,
        feeds,
        accusations,
        conduct,
        Optional.of(seen));
  }

  @Override
  public RunFacts facts() {
    return new RunFacts(corpus, blindingKeys, feeds, inline);
  }

  @Override
  public Stream<SessionEvidence> bySession() {
    Map<String, List<Observation>> seen =
        observations.stream().collect(Collectors.groupingBy(Observation::session));
    Map<String, Set<FlowRef>> shaky =
        unstable.stream().collect(Collectors.groupingBy(FlowRef::session, Collectors.toSet()));
    Map<String, List<Accusation>> accused =
        accusations.stream().collect(Collectors.groupingBy(Accusation::session));
    Map<String, Conduct> conducts = new HashMap<>();
    conduct.forEach(each -> conducts.put(each.session(), each));
    return sessions.stream()
        .map(
            session ->
                new SessionEvidence(
                    session,
                    seen.getOrDefault(session.id(), List.of()),
                    shaky.getOrDefault(session.id(), Set.of()),
                    accused.getOrDefault(session.id(), List.of()),
                    Optional.ofNullable(conducts.get(session.id()))));
  }
}
