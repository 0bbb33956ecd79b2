package org.dreyfus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.dreyfus.bundle.ResultJson;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option {@code --format} and the two streams: data to one, messages to the other. */
final class Output {

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--format",
      description = "How to write the data: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private OutputFormat format;

  Output() {
    this.spec = CommandSpec.create();
    this.format = OutputFormat.text;
  }

  OutputFormat format() {
    return format;
  }

  void text(String text) {
    out().print(text);
    out().flush();
  }

  void json(Object value) {
    text(ResultJson.json().pretty(value));
  }

  /**
   * The same for output that may be long: ends the command when nobody reads it.
   *
   * @throws UncheckedIOException then
   */
  void stream(String text) {
    out().print(text);
    if (out().checkError()) {
      throw new UncheckedIOException(new IOException("Broken pipe"));
    }
  }

  void message(String line) {
    spec.commandLine().getErr().println(line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
