package org.dreyfus.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Pair;
import org.dreyfus.recorder.probe.NullProbe;
import org.dreyfus.recorder.probe.ProbeResult;
import org.dreyfus.report.text.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus probe}. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description = {
      "Tries to tell the members of matched pairs apart by what their traffic looks like.",
      "A corpus whose members can be told apart (p <= 0.05) must not be used: exit code 3."
    })
final class CorpusProbeCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "CORPUS", defaultValue = "default", description = "Id or folder.")
  private String corpus;

  @Option(names = "--draws", defaultValue = "9999", description = "Draws of coins.")
  private int draws;

  CorpusProbeCommand() {
    this.output = new Output();
    this.corpus = "default";
  }

  @Override
  public Integer call() throws IOException {
    Corpus opened = Corpus.open(Installation.corpus(corpus));
    Map<Pair.Type, ProbeResult> results = new EnumMap<>(Pair.Type.class);
    for (Pair.Type type : Pair.Type.values()) {
      results.put(type, NullProbe.run(opened, type, draws));
    }
    switch (output.format()) {
      case json -> output.json(results);
      case csv -> {
        output.text(Csv.line(List.of("pairs", "predictor", "scale", "family", "share", "p")));
        results.forEach(
            (type, result) ->
                result
                    .rows()
                    .forEach(
                        r ->
                            output.text(
                                Csv.line(
                                    List.of(
                                        type,
                                        r.predictor(),
                                        r.scale(),
                                        r.family(),
                                        r.share(),
                                        r.p())))));
      }
      case text -> results.forEach(this::text);
    }
    boolean failed = results.values().stream().anyMatch(ProbeResult::isFailed);
    return failed ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }

  private void text(Pair.Type type, ProbeResult result) {
    TextTable table = new TextTable("PREDICTOR", "SCALE", "LOOKS AT", "TOLD APART", "P");
    for (ProbeResult.Row row : result.rows()) {
      table.row(
          row.predictor(),
          row.scale(),
          row.family(),
          String.format(Locale.ROOT, "%.3f", row.share()),
          String.format(Locale.ROOT, "%.4f", row.p()));
    }
    output.text("Pairs of type %s. %s\n\n%s\n".formatted(type, result.sentence(), table));
  }
}
