package org.dreyfus.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code dreyfus corpus}. */
@Command(
    name = "corpus",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, checks, records, replicates, imports and exports corpora.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CorpusListCommand.class,
      CorpusShowCommand.class,
      CorpusValidateCommand.class,
      CorpusProbeCommand.class,
      CorpusRecordCommand.class,
      CorpusReplicateCommand.class,
      CorpusExtractCommand.class,
      CorpusImportCommand.class,
      CorpusExportCommand.class
    })
final class CorpusCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  CorpusCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
  }
}
