package org.dreyfus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.report.text.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dreyfus corpus list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the corpora that come with Dreyfus.")
final class CorpusListCommand implements Callable<Integer> {

  @Mixin private Output output;

  CorpusListCommand() {
    this.output = new Output();
  }

  @Override
  public Integer call() throws IOException {
    List<Corpus> corpora = new ArrayList<>();
    for (String name : Installation.namesIn(Installation.corpora())) {
      corpora.add(Corpus.open(Installation.corpus(name)));
    }
    switch (output.format()) {
      case json -> output.json(corpora.stream().map(CorpusListCommand::facts).toList());
      case csv -> {
        output.text(Csv.line(List.of("id", "version", "sessions", "works", "digest")));
        corpora.forEach(corpus -> output.text(Csv.line(List.copyOf(cells(corpus)))));
      }
      case text -> {
        TextTable table = new TextTable("ID", "VERSION", "SESSIONS", "WORKS", "DIGEST");
        corpora.forEach(corpus -> table.row(cells(corpus).toArray()));
        output.text(table.toString());
      }
    }
    return ExitCode.DONE;
  }

  private static List<Object> cells(Corpus corpus) {
    return List.of(
        corpus.manifest().id(),
        corpus.manifest().version(),
        corpus.sessions().size(),
        corpus.works().size(),
        corpus.digest());
  }

  private static Map<String, Object> facts(Corpus corpus) {
    return Map.of(
        "id", corpus.manifest().id(),
        "version", corpus.manifest().version(),
        "sessions", corpus.sessions().size(),
        "works", corpus.works().size(),
        "digest", corpus.digest());
  }
}
