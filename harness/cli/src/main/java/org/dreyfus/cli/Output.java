package org.dreyfus.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
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

  /** Takes text that may be long and comes in small pieces, and puts it out as {@link #stream}. */
  Writer lines() {
    return new BufferedWriter(
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) {
            stream(new String(text, offset, length));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  void message(String line) {
    spec.commandLine().getErr().println(line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
