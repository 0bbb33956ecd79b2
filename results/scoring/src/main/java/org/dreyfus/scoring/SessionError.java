package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/**
 * One session that a blocker got wrong, by name.
 *
 * @param session id
 * @param cluster id
 * @param story in one sentence
 * @param trafficClass of its content, or of all it does when it moves none
 * @param protocols of its content
 * @param contentBlocked whether the work itself was hit, not only something beside it
 * @param contentBytes of the work
 * @param contentBytesPassed of these
 * @param flows the flows that show it
 * @param witness the first of them that is a verified witness: EVIDENCE, Claims and findings
 */
public record SessionError(
    String session,
    String cluster,
    String story,
    TrafficClass trafficClass,
    Set<String> protocols,
    boolean contentBlocked,
    long contentBytes,
    long contentBytesPassed,
    List<Long> flows,
    Optional<Long> witness) {

  /** How many a scorecard names of each kind, the first by id; the headline counts all. */
  public static final int MOST_NAMED = 2_000;
}
