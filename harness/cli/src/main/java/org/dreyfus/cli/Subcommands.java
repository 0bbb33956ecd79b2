package org.dreyfus.cli;

import java.util.List;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What {@code dreyfus} can be told to do. Reading the options of all commands takes longer than
 * many a command runs: only those are read that stand on the command line, the others give their
 * name and what they are for.
 */
final class Subcommands {

  private static final List<Class<?>> ALL =
      List.of(
          EvaluateCommand.class,
          ClassifyCommand.class,
          InlineCommand.class,
          ApplianceCommand.class,
          ClassifiersCommand.class,
          PluginCommand.class,
          CorpusCommand.class,
          ClaimsCommand.class,
          CalibrateCommand.class,
          ReportCommand.class,
          CompareCommand.class,
          VerifyCommand.class,
          PublishCommand.class,
          SiteCommand.class,
          GenerateCompletion.class);

  private Subcommands() {}

  /**
   * @param words of the command line
   */
  static void addTo(CommandLine line, List<String> words) {
    boolean needsAll = words.contains(outline(GenerateCompletion.class).name());
    for (Class<?> each : ALL) {
      CommandSpec outline = outline(each);
      boolean whole = needsAll || words.contains(outline.name());
      line.addSubcommand(whole ? new CommandLine(each) : new CommandLine(outline));
    }
  }

  private static CommandSpec outline(Class<?> command) {
    Command annotation =
        Objects.requireNonNull(command.getAnnotation(Command.class), command.getName());
    CommandSpec outline = CommandSpec.create().name(annotation.name());
    outline.usageMessage().description(firstSentence(annotation.description()));
    return outline;
  }

  private static String firstSentence(String... lines) {
    return String.join(" ", lines).replaceFirst("(?<=\\.) .*", "");
  }
}
