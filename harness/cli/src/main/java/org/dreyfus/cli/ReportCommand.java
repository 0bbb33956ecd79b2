package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.report.ScorecardPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Makes the scorecard of a stored bundle again: a page, or its numbers as JSON.")
final class ReportCommand implements Runnable {

  @Mixin private Output output;

  @Parameters(paramLabel = "BUNDLE", description = "Folder of a result bundle.")
  private Path bundle;

  @Option(names = "--out", paramLabel = "FILE", description = "Where the page goes.")
  private Path out;

  ReportCommand() {
    this.output = new Output();
    this.bundle = Path.of("");
    this.out = Path.of("scorecard.html");
  }

  @Override
  public void run() {
    try {
      Bundle read = BundleReader.read(bundle);
      switch (output.format()) {
        case json -> output.json(read.scorecards());
        case csv -> SummaryTable.csv(read.scorecards()).forEach(output::text);
        case text -> {
          Files.writeString(out, ScorecardPage.html(read, read.scorecards()));
          output.text(out + "\n");
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()), e);
    }
  }
}
