package org.dreyfus.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code dreyfus} command. */
@Command(
    name = "dreyfus",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Puts content-blocking claims on trial.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "For developers, by the launcher: ./dreyfus test [unit] | format | bench",
      "",
      "Exit codes: 0 done, 1 internal error, 2 usage, 3 bad or damaged input,",
      "4 a plugin cannot start or answers nothing, 5 something needed is missing,",
      "10 and 11 with --fail-on, 12 a plugin is not conformant."
    })
public final class Main implements Runnable {

  @Option(
      names = "--debug",
      description = "Show stack traces.",
      scope = CommandLine.ScopeType.INHERIT)
  private boolean debug;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main(CommandLine.Model.CommandSpec spec) {
    this.spec = spec;
  }

  Main() {
    this(CommandLine.Model.CommandSpec.create());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
  }

  /** Ends the process with one of {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  static int execute(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = commandLine(out, err, List.of(arguments)).execute(arguments);
    out.flush();
    return exitCode;
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err, List<String> words) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    Subcommands.addTo(line, words);
    return line.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failures::usage)
        .setExecutionExceptionHandler(
            (failure, command, result) -> Failures.report(failure, command, main.debug));
  }
}
