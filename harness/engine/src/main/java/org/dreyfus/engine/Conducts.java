package org.dreyfus.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dreyfus.external.Breach;
import org.dreyfus.external.Ending;
import org.dreyfus.scoring.Conduct;

/** Puts down how a classifier behaved that ran apart. */
final class Conducts {

  private Conducts() {}

  static Conduct of(String session, org.dreyfus.external.Conduct conduct) {
    List<Conduct.Breach> breaches =
        conduct.breaches().entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Breach::ordinal)))
            .map(
                entry ->
                    new Conduct.Breach(
                        entry.getKey().rule(),
                        entry.getKey().words(),
                        entry.getValue(),
                        conduct.examples().getOrDefault(entry.getKey(), "")))
            .toList();
    OptionalLong peak =
        conduct.ending().map(Ending::peakMemoryBytes).orElseGet(OptionalLong::empty);
    return new Conduct(
        session,
        breaches,
        conduct.ending().map(Ending::exitCode),
        peak.isPresent() ? Optional.of(peak.getAsLong()) : Optional.empty());
  }
}
