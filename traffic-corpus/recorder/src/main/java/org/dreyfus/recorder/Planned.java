package org.dreyfus.recorder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param further works of the scenario beside that one, by the name it gives them
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
    Map<String, Further> further,
    Map<String, String> coins,
    boolean rolesSwapped,
    long seed) {

  /** A work beside the one that moves. */
  record Further(MediaFile file, Work work) {}

  /** The further works' files, by name. */
  Map<String, MediaFile> furtherFiles() {
    return further.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().file()));
  }

  /** The further works' entries in the catalogue, by name. */
  Map<String, Work> furtherWorks() {
    return further.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().work()));
  }

  /** All files of works. */
  List<MediaFile> files() {
    return Stream.concat(film.stream(), further.values().stream().map(Further::file)).toList();
  }

  /** Everything that the catalogue must hold for it. */
  List<Work> works() {
    return Stream.concat(work.stream(), further.values().stream().map(Further::work)).toList();
  }
}
