package org.dreyfus.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Session;

/**
 * Finds sessions whose packets carry the same payloads in the same order: one recording that stands
 * in a corpus more than once counts more than it should.
 */
public final class Duplicates {

  private Duplicates() {}

  /**
   * Groups of at least two sessions, by their ids. The members of one pair of type L are meant to
   * be alike, and are no group.
   *
   * @throws IOException when a capture cannot be read
   */
  public static List<List<String>> of(Corpus corpus) throws IOException {
    Map<String, List<Member>> groups = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      groups
          .computeIfAbsent(payloads(corpus, session), digest -> new ArrayList<>())
          .add(new Member(session.id(), session.pair()));
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1 && !isOnePairOfTypeL(group))
        .map(group -> group.stream().map(Member::session).toList())
        .toList();
  }

  private record Member(String session, Optional<Pair> pair) {}

  private static boolean isOnePairOfTypeL(List<Member> group) {
    Optional<Pair> first = group.get(0).pair();
    return first.filter(pair -> pair.type() == Pair.Type.L).isPresent()
        && group.stream().allMatch(member -> member.pair().equals(first));
  }

  private static String payloads(Corpus corpus, Session session) throws IOException {
    Payloads reader = new Payloads();
    InspectionListener nobody = (flow, answers) -> {};
    new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), List.of(reader), nobody)
        .run(CaptureSource.file(corpus.capture(session)));
    return reader.any ? HexFormat.of().formatHex(reader.digest.digest()) : session.id();
  }

  /** Digests payloads with their lengths, and decides nothing. */
  private static final class Payloads implements Classifier {
    private final MessageDigest digest = sha256();
    private boolean any;

    @Override
    public Verdict inspect(Flow flow, Packet packet) {
      int length = packet.payloadLength();
      if (length > 0) {
        any = true;
        digest.update(ByteBuffer.allocate(4).putInt(length).flip());
        digest.update(packet.buffer().slice(packet.payloadOffset(), length));
      }
      return Verdict.undecided();
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
