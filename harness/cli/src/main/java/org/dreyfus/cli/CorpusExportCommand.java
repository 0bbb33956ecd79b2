package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.exchange.croissant.CroissantExport;
import org.dreyfus.exchange.croissant.Publication;
import org.dreyfus.exchange.flowcsv.FlowCsvExport;
import org.dreyfus.exchange.pcapml.PcapmlExport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a corpus in the format of others.",
      "pcapml: one pcapng, labels in packet comments; never give it to a classifier.",
      "csv: a line a flow with its label and Community ID.",
      "croissant: metadata for data set search and loaders."
    })
final class CorpusExportCommand implements Callable<Integer> {

  enum Format {
    pcapml,
    csv,
    croissant
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "CORPUS", defaultValue = "default", description = "Id or folder.")
  private String corpus;

  @Option(names = "--format", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
  private Format format;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "croissant: page of the corpus (default: a name that leads nowhere).")
  private Optional<String> url;

  @Option(
      names = "--creator",
      paramLabel = "NAME",
      defaultValue = "not stated",
      description = "croissant: who made it (default: ${DEFAULT-VALUE}).")
  private String creator;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "croissant: day of publication as YYYY-MM-DD (default: today).")
  private Optional<LocalDate> published;

  CorpusExportCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
    this.corpus = "default";
    this.format = Format.csv;
    this.out = Path.of("");
    this.url = Optional.empty();
    this.creator = "";
    this.published = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    Corpus opened = Corpus.open(Installation.corpus(corpus));
    requireOutside(opened.folder());
    String written =
        switch (format) {
          case pcapml -> PcapmlExport.write(opened, out) + " samples";
          case csv -> FlowCsvExport.write(opened, out) + " flows";
          case croissant -> {
            CroissantExport.write(opened, publication(opened), out);
            yield "metadata of " + opened.sessions().size() + " sessions";
          }
        };
    spec.commandLine().getErr().println(out + ": " + written);
    return ExitCode.DONE;
  }

  private void requireOutside(Path folder) {
    if (out.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          out + ": lies in the corpus, whose manifest lists every file; choose another path");
    }
  }

  private Publication publication(Corpus opened) {
    return new Publication(
        url.orElse("https://dreyfus.invalid/corpora/" + opened.manifest().id()),
        creator,
        published.orElseGet(() -> LocalDate.now(ZoneOffset.UTC)));
  }
}
