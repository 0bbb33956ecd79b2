package org.dreyfus.cli;

import picocli.CommandLine.Command;

/** {@code dreyfus plugin}. */
@Command(
    name = "plugin",
    mixinStandardHelpOptions = true,
    description = "Helps vendors with their plugins.",
    subcommands = {PluginCheckCommand.class})
final class PluginCommand {}
