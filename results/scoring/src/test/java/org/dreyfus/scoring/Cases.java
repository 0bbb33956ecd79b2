package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Observation.Action;
import org.dreyfus.scoring.Observation.VerdictKind;

/** Small runs, made by hand. */
final class Cases {

  static final long CONTENT_BYTES = 1_000;
  static final long PACKETS = 10;

  private final List<Session> sessions = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<Accusation> accusations = new ArrayList<>();

  /** How a classifier of these tests answers. */
  enum Answer {
    BLOCKS_AT_ONCE,
    BLOCKS_HALF_WAY,
    BLOCKS_TOO_LATE,
    ALLOWS,
    CRASHES,
    NAMES_PROTOCOL
  }

  /** Adds a matched pair of sessions in a cluster of its own. */
  Cases pair(String cluster, String protocol, Answer lawful, Answer unlicensed) {
    session(cluster, cluster + "-lawful", protocol, Protection.PLAIN, LegalStatus.LEGAL, lawful);
    session(
        cluster,
        cluster + "-unlicensed",
        protocol,
        Protection.PLAIN,
        LegalStatus.INFRINGING,
        unlicensed);
    return this;
  }

  Cases session(
      String cluster,
      String id,
      String protocol,
      Protection protection,
      LegalStatus status,
      Answer answer) {
    sessions.add(session(id, cluster, true));
    observations.add(observation(id, label(protocol, protection, status, Role.CONTENT), answer));
    return this;
  }

  /** Adds a flow to the session that was added last. */
  Cases alsoFlow(Role role, LegalStatus status, Answer answer) {
    String session = sessions.get(sessions.size() - 1).id();
    Observation first = observation(session, label("X", Protection.PLAIN, status, role), answer);
    observations.add(
        new Observation(
            session,
            observations.size() + 100,
            first.label(),
            first.packets(),
            first.bytes(),
            first.lastPayloadPacket(),
            role == Role.CONTENT ? first.contentBytes() : 0,
            role == Role.CONTENT ? first.contentBytesBeforeBlock() : 0,
            first.outcome(),
            first.verdict(),
            first.protocol(),
            first.decidedAtPacket(),
            first.action()));
    return this;
  }

  /** The flow that was added last gets a score. */
  Cases scored(double score) {
    return last(last().protocol(), Optional.of(score), last().contentBytes());
  }

  /** The flow that was added last gets a name. */
  Cases named(String name) {
    return last(Optional.of(name), last().score(), last().contentBytes());
  }

  /** The flow that was added last carries so much of a work, and of that nothing has passed. */
  Cases carrying(long contentBytes) {
    return last(last().protocol(), last().score(), contentBytes);
  }

  private Observation last() {
    return observations.get(observations.size() - 1);
  }

  private Cases last(Optional<String> protocol, Optional<Double> score, long contentBytes) {
    Observation last = last();
    observations.set(
        observations.size() - 1,
        new Observation(
            last.session(),
            last.flow(),
            last.label(),
            last.packets(),
            last.bytes(),
            last.lastPayloadPacket(),
            contentBytes,
            Math.min(contentBytes, last.contentBytesBeforeBlock()),
            last.outcome(),
            last.verdict(),
            protocol,
            last.decidedAtPacket(),
            last.action(),
            score));
    return this;
  }

  /** A host is accused. */
  Cases accused(String session, String host, Accusation.Deed deed) {
    accusations.add(new Accusation(session, host, "peer list", deed));
    return this;
  }

  RunEvidence evidence() {
    return evidence(Set.of(), 3, false, Set.of("NETWORK"));
  }

  RunEvidence evidence(Set<FlowRef> unstable, int keys, boolean publicCorpus, Set<String> feeds) {
    return new RunEvidence(
        new CorpusFacts("test", "1", "00", publicCorpus, "none"),
        sessions,
        observations,
        unstable,
        keys,
        feeds,
        accusations);
  }

  private static Session session(String id, String cluster, boolean confirmed) {
    return new Session(
        1,
        id,
        cluster,
        "A story.",
        cluster,
        Origin.RECORDED,
        Optional.empty(),
        Optional.of(new Pair(cluster, Pair.Type.W, cluster)),
        List.of(),
        List.of(),
        Map.of(),
        "capture.pcap",
        0,
        1,
        List.of(),
        Session.Rekeying.FULL,
        new Session.Checks(confirmed, confirmed, "by hand"));
  }

  private static Label label(
      String protocol, Protection protection, LegalStatus status, Role role) {
    LegalBasis basis =
        status == LegalStatus.INFRINGING ? LegalBasis.UNLICENSED_COPY : LegalBasis.OPEN_LICENCE;
    return new Label(
        status,
        basis,
        protection,
        protocol,
        Optional.empty(),
        "app",
        role,
        Optional.of("work"),
        Optional.empty());
  }

  private static Observation observation(String session, Label label, Answer answer) {
    long decidedAt =
        switch (answer) {
          case BLOCKS_AT_ONCE, NAMES_PROTOCOL, ALLOWS -> 1;
          case BLOCKS_HALF_WAY -> 8;
          case BLOCKS_TOO_LATE -> PACKETS + 1;
          case CRASHES -> 0;
        };
    long passed =
        switch (answer) {
          case BLOCKS_AT_ONCE, NAMES_PROTOCOL -> 0;
          case BLOCKS_HALF_WAY -> 700;
          default -> CONTENT_BYTES;
        };
    VerdictKind verdict =
        switch (answer) {
          case BLOCKS_AT_ONCE, BLOCKS_HALF_WAY, BLOCKS_TOO_LATE -> VerdictKind.BLOCK;
          case ALLOWS -> VerdictKind.ALLOW;
          case CRASHES -> VerdictKind.UNDECIDED;
          case NAMES_PROTOCOL -> VerdictKind.IDENTIFIED;
        };
    Outcome outcome =
        answer == Answer.CRASHES ? new Outcome.Crashed("boom") : new Outcome.Answered();
    return new Observation(
        session,
        1,
        label,
        PACKETS,
        2_000,
        PACKETS,
        CONTENT_BYTES,
        passed,
        outcome,
        verdict,
        answer == Answer.NAMES_PROTOCOL ? Optional.of(label.protocol()) : Optional.empty(),
        decidedAt,
        verdict == VerdictKind.BLOCK ? Action.BLOCK : Action.PASS);
  }
}
