package org.dreyfus.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/** Runs the command line as a user would, in this process. */
final class Cli {

  /** The root of the checkout, two folders above this module. */
  static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();

  private Cli() {}

  /** What a command left behind. */
  record Ended(int exitCode, String out, String err) {}

  static Ended run(String... arguments) {
    System.setProperty("dreyfus.home", HOME.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.commandLine(new PrintWriter(out), new PrintWriter(err, true), List.of(arguments))
            .execute(arguments);
    return new Ended(exitCode, out.toString(), err.toString());
  }
}
