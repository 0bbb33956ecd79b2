package org.dreyfus.scoring;

import java.util.List;
import java.util.Set;

/**
 * One session that a blocker got wrong, by name.
 *
 * @param session id
 * @param cluster id
 * @param story in one sentence
 * @param protocols of its content
 * @param contentBlocked whether the work itself was hit, not only something beside it
 * @param contentBytes of the work
 * @param contentBytesPassed of these
 * @param flows the flows that show it
 */
public record SessionError(
    String session,
    String cluster,
    String story,
    Set<String> protocols,
    boolean contentBlocked,
    long contentBytes,
    long contentBytesPassed,
    List<Long> flows) {}
