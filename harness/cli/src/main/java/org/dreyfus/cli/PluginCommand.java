package org.dreyfus.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code dreyfus plugin}: for vendors. */
@Command(
    name = "plugin",
    mixinStandardHelpOptions = true,
    description = "Makes, checks and packs plugins.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PluginInitCommand.class,
      PluginCheckCommand.class,
      PluginPackCommand.class,
      PluginLedgerCommand.class
    })
final class PluginCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  PluginCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
  }
}
