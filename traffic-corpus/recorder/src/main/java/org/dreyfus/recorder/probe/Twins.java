package org.dreyfus.recorder.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;

/**
 * Both members of a pair, as the difference of what they look like.
 *
 * @param pair what ties them
 * @param cluster of both
 * @param difference features of the member whose id comes first less those of the other
 * @param coin 1 when the first is the unlicensed one, -1 when the other is
 */
record Twins(Pair pair, String cluster, Features difference, int coin) {

  /** All pairs of a corpus. */
  static List<Twins> of(Corpus corpus) throws IOException {
    return of(corpus, FrameRewriter.none());
  }

  /**
   * The same after something was done to the packets of every unlicensed member.
   *
   * @param leak must not keep anything from session to session
   */
  static List<Twins> of(Corpus corpus, FrameRewriter leak) throws IOException {
    Map<String, List<Session>> members = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      session
          .pair()
          .ifPresent(
              pair -> members.computeIfAbsent(pair.id(), id -> new ArrayList<>()).add(session));
    }
    List<Twins> all = new ArrayList<>();
    for (List<Session> both : members.values()) {
      if (both.size() == 2) {
        all.add(of(corpus, both.get(0), both.get(1), leak));
      }
    }
    return all;
  }

  private static Twins of(Corpus corpus, Session one, Session other, FrameRewriter leak)
      throws IOException {
    boolean firstIsUnlicensed = isUnlicensed(corpus, one);
    FrameRewriter nothing = FrameRewriter.none();
    Features first = FeatureReader.of(corpus, one, firstIsUnlicensed ? leak : nothing);
    Features second = FeatureReader.of(corpus, other, firstIsUnlicensed ? nothing : leak);
    Map<Family, double[]> differences = new TreeMap<>();
    for (Family family : Family.values()) {
      differences.put(family, minus(first.of(family), second.of(family)));
    }
    int coin = firstIsUnlicensed ? 1 : -1;
    return new Twins(one.pair().orElseThrow(), one.cluster(), new Features(differences), coin);
  }

  private static double[] minus(double[] one, double[] other) {
    double[] difference = Arrays.copyOf(one, Math.max(one.length, other.length));
    for (int i = 0; i < other.length; i++) {
      difference[i] -= other[i];
    }
    return difference;
  }

  private static boolean isUnlicensed(Corpus corpus, Session session) throws IOException {
    return corpus.flows(session).stream()
        .anyMatch(
            flow ->
                flow.label().role() == Role.CONTENT
                    && flow.label().legalStatus() == LegalStatus.INFRINGING);
  }
}
