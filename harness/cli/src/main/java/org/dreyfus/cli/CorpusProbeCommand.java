package org.dreyfus.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.recorder.probe.NullProbe;
import org.dreyfus.recorder.probe.ProbeResult;
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
    ProbeResult result = NullProbe.run(Corpus.open(Installation.corpus(corpus)), draws);
    switch (output.format()) {
      case json -> output.json(result);
      case csv -> {
        output.text(Csv.line(List.of("predictor", "family", "share", "p")));
        result
            .rows()
            .forEach(
                r -> output.text(Csv.line(List.of(r.predictor(), r.family(), r.share(), r.p()))));
      }
      case text -> {
        TextTable table = new TextTable("PREDICTOR", "LOOKS AT", "TOLD APART", "P");
        result
            .rows()
            .forEach(
                r ->
                    table.row(
                        r.predictor(),
                        r.family(),
                        String.format(Locale.ROOT, "%.3f", r.share()),
                        String.format(Locale.ROOT, "%.4f", r.p())));
        output.text(table + "\n" + result.sentence() + "\n");
      }
    }
    return result.isPassed() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }
}
