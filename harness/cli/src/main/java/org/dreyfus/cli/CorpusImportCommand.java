package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dreyfus.exchange.flowcsv.FlowCsvImport;
import org.dreyfus.exchange.mapped.MappedImport;
import org.dreyfus.exchange.mapped.Mappings;
import org.dreyfus.exchange.pcapml.PcapmlImport;
import org.dreyfus.exchange.pcapml.RulesImport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus import}: a subcommand a format. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Makes a corpus of foreign captures and labels. Its origin is IMPORTED; the legal status of"
            + " its flows is UNDETERMINED unless the source says otherwise; payloads keep their"
            + " addresses.",
    synopsisSubcommandLabel = "FORMAT")
final class CorpusImportCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  CorpusImportCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a format is needed: pcapml, rules, csv or dataset");
  }

  @Command(
      name = "pcapml",
      mixinStandardHelpOptions = true,
      description = "From a pcapng whose packet comments are labels (either grammar of pcapML).")
  int pcapml(
      @Parameters(paramLabel = "FILE", description = "The pcapng.") Path file,
      @Mixin ImportSettings settings)
      throws IOException {
    return settings.done(PcapmlImport.read(file, settings.options()));
  }

  @Command(
      name = "rules",
      mixinStandardHelpOptions = true,
      description = {
        "From a plain capture and a rules file of pcapML.",
        "A rule is one line: BPF:<filter>[|TS_START:<s>][|TS_END:<s>],<label>[,<hash_key>]"
      })
  int rules(
      @Parameters(paramLabel = "CAPTURE", description = "pcap or pcapng.") Path capture,
      @Parameters(paramLabel = "RULES", description = "The rules file.") Path rules,
      @Mixin ImportSettings settings)
      throws IOException {
    return settings.done(RulesImport.read(capture, rules, settings.options()));
  }

  @Command(
      name = "csv",
      mixinStandardHelpOptions = true,
      description = {
        "From captures and a table of flows with labels.",
        "Columns: src_ip, src_port, dest_ip, dest_port, proto (or community_id); start, session;"
            + " and the label fields of --default."
      })
  int csv(
      @Parameters(paramLabel = "TABLE", description = "CSV with a header.") Path table,
      @Option(
              names = "--captures",
              required = true,
              paramLabel = "PATH",
              description =
                  "The capture; or a folder with SESSION.pcap or SESSION/capture.pcap (also"
                      + " .pcapng, .gz, .zst) for each value of the column session.")
          Path captures,
      @Mixin ImportSettings settings)
      throws IOException {
    return settings.done(FlowCsvImport.read(table, captures, settings.options()));
  }

  @Command(
      name = "dataset",
      mixinStandardHelpOptions = true,
      description = {
        "From the unpacked folder of a data set, by a mapping from paths to labels.",
        "Mappings that come with Dreyfus: iscx-vpn-nonvpn-2016, iscxtor-2016, ustc-tfc2016,"
            + " mirage-2019, utmobilenet-2021, unibs-2009."
      })
  int dataset(
      @Parameters(paramLabel = "FOLDER", description = "Of the data set.") Path folder,
      @Option(
              names = "--mapping",
              required = true,
              paramLabel = "NAME|FILE",
              description = "One of the above, or a JSON file like them.")
          String mapping,
      @Mixin ImportSettings settings)
      throws IOException {
    return settings.done(MappedImport.read(folder, Mappings.of(mapping), settings.options()));
  }
}
