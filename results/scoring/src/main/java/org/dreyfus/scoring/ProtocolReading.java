package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.corpus.vocabulary.Naming;
import org.dreyfus.corpus.vocabulary.Vocabulary;

/** What a classifier's name for a protocol means in the spelling of labels. */
final class ProtocolReading {

  /** What classifiers say of a flow that they did not recognise. */
  private static final String UNKNOWN = "Unknown";

  private ProtocolReading() {}

  /**
   * @param name as the classifier spells it; of {@code TLS.Tor} the whole, then the right side,
   *     then the left is read, as in {@link Policy#blocks}
   * @param is the protocol of the flow's label, which counts as said when the name can mean it
   * @return empty when the flow was not recognised
   */
  static Optional<String> of(String name, String is) {
    if (name.equals(UNKNOWN)) {
      return Optional.empty();
    }
    List<String> readings = readings(name);
    if (readings.stream().anyMatch(reading -> canMean(reading, is))) {
      return Optional.of(is);
    }
    return readings.stream()
        .map(Vocabulary::labelName)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Optional.of(name));
  }

  private static List<String> readings(String name) {
    List<String> readings = new ArrayList<>(List.of(name));
    int dot = name.indexOf('.');
    if (dot > 0) {
      readings.add(name.substring(dot + 1));
      readings.add(name.substring(0, dot));
    }
    return readings;
  }

  private static boolean canMean(String reading, String is) {
    if (reading.equalsIgnoreCase(is)) {
      return true;
    }
    for (Naming naming : Naming.values()) {
      if (Vocabulary.meanings(naming, reading).contains(is)) {
        return true;
      }
    }
    return false;
  }
}
