package org.dreyfus.recorder;

import java.util.Map;
import java.util.Optional;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Work;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.works.MediaFile;

/**
 * A session that is to be recorded.
 *
 * @param id of the session
 * @param scenario that is played
 * @param pair its twin
 * @param film that moves
 * @param work its entry in the catalogue
 * @param coins as they go into the session
 * @param rolesSwapped in which order the hosts are plugged in
 * @param seed of its addresses
 */
record Planned(
    String id,
    Scenario scenario,
    Optional<Pair> pair,
    Optional<MediaFile> film,
    Optional<Work> work,
    Map<String, String> coins,
    boolean rolesSwapped,
    long seed) {}
