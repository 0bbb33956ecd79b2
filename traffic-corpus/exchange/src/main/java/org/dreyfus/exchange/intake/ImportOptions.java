package org.dreyfus.exchange.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dreyfus.corpus.Work;

/**
 * What a user says about an import.
 *
 * @param out folder of the corpus, which does not exist yet
 * @param id of the corpus; from the source's name when absent
 * @param defaults label fields for flows about which the source does not say them
 * @param works of the catalogue, which labels may name
 * @param notices takes lines about what was repaired, guessed or left out
 */
public record ImportOptions(
    Path out,
    Optional<String> id,
    Map<String, String> defaults,
    List<Work> works,
    Consumer<String> notices) {

  public ImportOptions {
    defaults = Map.copyOf(defaults);
    works = List.copyOf(works);
  }

  /** An import about which nothing is said. */
  public static ImportOptions to(Path out) {
    return new ImportOptions(out, Optional.empty(), Map.of(), List.of(), notice -> {});
  }

  /** Fields of the source before the defaults. */
  public Map<String, String> completed(Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(defaults);
    fields.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            all.put(name, value);
          }
        });
    return all;
  }

  /** What the corpus is called. */
  public About about(String source, String description) {
    return About.source(id.orElse(source), description);
  }
}
