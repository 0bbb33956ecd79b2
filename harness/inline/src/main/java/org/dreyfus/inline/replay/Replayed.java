package org.dreyfus.inline.replay;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.dreyfus.scoring.inline.InlineRun.Strays;

/**
 * What came of a replay.
 *
 * @param sessions one a script, in the order in which they went on the wire
 * @param changes packets with a changed field, by field
 * @param strays packets of no session
 * @param latencyNanos one-way times of packets that arrived at the first try
 * @param seconds that it took
 * @param sent packets, those sent again included
 * @param missed packets that arrived and were not taken in time
 * @param mostAtOnce the largest number of sessions under way at the same time
 */
record Replayed(
    List<SessionReplay> sessions,
    Map<String, Long> changes,
    Strays strays,
    Histogram latencyNanos,
    double seconds,
    long sent,
    long missed,
    int mostAtOnce) {}
