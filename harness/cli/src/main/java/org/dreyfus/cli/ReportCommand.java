package org.dreyfus.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.bundle.VendorResponse;
import org.dreyfus.report.ScorecardPage;
import org.dreyfus.report.export.ObservationExport;
import org.dreyfus.report.text.JUnitReport;
import org.dreyfus.report.text.MarkdownReport;
import org.dreyfus.report.text.ObservationTable;
import org.dreyfus.scoring.Scorecard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Makes what can be made of a stored bundle again, from the bundle alone.",
      "page: the scorecard. markdown: the same as text. json: its numbers. summary: a line a blocker,",
      "as CSV. observations: a line a flow, as CSV. junit: a test case a claim. parquet: observations",
      "as Parquet, for which the launcher installs a library once: ./dreyfus --with-parquet report ...",
      "With --response the vendor's answer is put into the bundle instead, and stays with it."
    })
final class ReportCommand implements Callable<Integer> {

  enum Kind {
    page("scorecard.html"),
    markdown("scorecard.md"),
    json("scorecard.json"),
    summary("summary.csv"),
    observations("observations.csv"),
    junit("junit.xml"),
    parquet("observations.parquet");

    private final String file;

    Kind(String file) {
      this.file = file;
    }
  }

  @Mixin private Output output;

  @Parameters(paramLabel = "BUNDLE", description = "Folder of a result bundle.")
  private Path bundle;

  @Option(
      names = "--as",
      defaultValue = "page",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Kind kind;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes; - is standard output (default: a file named by its kind).")
  private Optional<String> out;

  @Option(
      names = "--response",
      paramLabel = "FILE",
      description =
          "Put this text into the bundle as the vendor's response; it is printed verbatim on the page.")
  private Optional<Path> response;

  ReportCommand() {
    this.output = new Output();
    this.bundle = Path.of("");
    this.kind = Kind.page;
    this.out = Optional.empty();
    this.response = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    if (response.isPresent()) {
      VendorResponse.add(bundle, response.get(), ScorecardPage::html);
      output.text(bundle.resolve("response.txt") + "\n");
      return ExitCode.DONE;
    }
    Bundle read = BundleReader.read(bundle);
    if (kind == Kind.parquet) {
      return export(read);
    }
    if (kind == Kind.observations && output.format() == OutputFormat.text) {
      return observations(read);
    }
    List<Scorecard> cards = read.scorecards();
    switch (output.format()) {
      case json -> output.text(text(Kind.json, read, cards));
      case csv -> output.text(text(Kind.summary, read, cards));
      case text -> write(text(kind, read, cards));
    }
    return ExitCode.DONE;
  }

  private int export(Bundle read) throws IOException {
    ObservationExport export =
        ServiceLoader.load(ObservationExport.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.format().equals(kind.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ExitCode.MISSING_REQUIREMENT,
                        "Parquet output is not installed; run once: ./dreyfus --with-parquet report %s --as parquet"
                            .formatted(bundle)));
    String target = out.orElse(kind.file);
    if (target.equals("-")) {
      throw new CommandFailure(
          ExitCode.USAGE, "--out -: Parquet cannot be written to standard output; name a file");
    }
    export.write(read, Path.of(target));
    output.text(target + "\n");
    return ExitCode.DONE;
  }

  private int observations(Bundle read) throws IOException {
    String target = out.orElse(kind.file);
    if (target.equals("-")) {
      try (Writer lines = output.lines()) {
        ObservationTable.csv(read, lines);
      }
      return ExitCode.DONE;
    }
    Path file = Path.of(target).toAbsolutePath();
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
    try {
      try (Writer lines = Files.newBufferedWriter(unfinished)) {
        ObservationTable.csv(read, lines);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    output.text(target + "\n");
    return ExitCode.DONE;
  }

  private void write(String text) throws IOException {
    String target = out.orElse(kind.file);
    if (target.equals("-")) {
      output.text(text);
    } else {
      Files.writeString(Path.of(target), text);
      output.text(target + "\n");
    }
  }

  private static String text(Kind kind, Bundle bundle, List<Scorecard> cards) {
    return switch (kind) {
      case page -> ScorecardPage.html(bundle, cards);
      case markdown -> MarkdownReport.of(bundle, cards);
      case json -> ResultJson.json().pretty(cards);
      case summary -> String.join("", SummaryTable.csv(cards));
      case junit -> JUnitReport.xml(cards);
      case observations, parquet -> throw new IllegalStateException(kind + " has no scorecards");
    };
  }
}
