package org.dreyfus.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.replicate.ReplicatedFlow;
import org.dreyfus.scoring.Accusation;

/** Where the flows and hosts of an interleaved capture come from. */
final class InterleavedFlows {

  private final Map<Long, Origin> byFrame = new HashMap<>();
  private final Map<InetAddress, Home> hosts = new HashMap<>();
  private final int sessions;

  private record Home(Deeds deeds, InetAddress recorded) {}

  /**
   * A flow of a session.
   *
   * @param session id
   * @param flow as the corpus labels it
   */
  record Origin(String session, FlowLabel flow) {

    /** What was seen of it, under the number that it has in its own session. */
    FlowRecord of(FlowRecord seen) {
      return new FlowRecord(
          flow.flow(),
          seen.firstTimestampNanos(),
          seen.key(),
          seen.packets(),
          seen.bytes(),
          seen.payloadBytes(),
          seen.lastPayloadPacket());
    }
  }

  private InterleavedFlows(int sessions) {
    this.sessions = sessions;
  }

  /**
   * Joins the labels of an interleaved capture with one copy of each session to those of the
   * corpus: the flows of a session keep their order.
   */
  static InterleavedFlows read(Corpus corpus, Path labels) throws IOException {
    Map<String, List<ReplicatedFlow>> bySession = new TreeMap<>();
    try (BufferedReader reader = Files.newBufferedReader(labels)) {
      for (ReplicatedFlow flow :
          ResultJson.json().readLines(reader, ReplicatedFlow.class, labels.toString())) {
        bySession.computeIfAbsent(flow.session(), session -> new ArrayList<>()).add(flow);
      }
    }
    InterleavedFlows all = new InterleavedFlows(corpus.sessions().size());
    for (Session session : corpus.sessions()) {
      all.add(corpus, session, bySession.getOrDefault(session.id(), List.of()));
    }
    return all;
  }

  private void add(Corpus corpus, Session session, List<ReplicatedFlow> copied) throws IOException {
    List<FlowLabel> flows =
        corpus.flows(session).stream().sorted(Comparator.comparingLong(FlowLabel::flow)).toList();
    List<FlowLabel> copies =
        copied.stream()
            .map(ReplicatedFlow::flow)
            .sorted(Comparator.comparingLong(FlowLabel::flow))
            .toList();
    if (flows.size() != copies.size()) {
      throw EngineException.badSession(
          session.id(),
          "%d flows are labelled, %d were interleaved".formatted(flows.size(), copies.size()));
    }
    Deeds deeds = new Deeds(session, flows);
    for (int i = 0; i < flows.size(); i++) {
      FlowLabel flow = flows.get(i);
      FlowLabel copy = copies.get(i);
      byFrame.put(copy.flow(), new Origin(session.id(), flow));
      hosts.put(IpLiteral.parse(copy.srcIp()), new Home(deeds, IpLiteral.parse(flow.srcIp())));
      hosts.put(IpLiteral.parse(copy.destIp()), new Home(deeds, IpLiteral.parse(flow.destIp())));
    }
  }

  int sessions() {
    return sessions;
  }

  /** The flow that begins with a frame of the interleaved capture. */
  Origin origin(long frame) {
    return Optional.ofNullable(byFrame.get(frame))
        .orElseThrow(() -> new IllegalStateException("no flow begins with frame " + frame));
  }

  /** An accusation in the words of the session that the host is of. */
  Optional<Accusation> accusation(InetAddress host, String reason) {
    return Optional.ofNullable(hosts.get(host))
        .map(home -> home.deeds().accusation(home.recorded(), reason));
  }
}
