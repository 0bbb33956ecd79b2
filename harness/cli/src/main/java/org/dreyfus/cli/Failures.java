package org.dreyfus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.dreyfus.bundle.BundleException;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.corpus.CorpusException;
import org.dreyfus.engine.EngineException;
import org.dreyfus.exchange.MissingLibraryException;
import org.dreyfus.inline.lab.DeviceException;
import org.dreyfus.inline.port.PortException;
import org.dreyfus.inline.replay.ReplayException;
import org.dreyfus.lab.MissingRequirement;
import picocli.CommandLine;

/** Turns whatever went wrong into one line and an exit code. */
final class Failures {

  private Failures() {}

  static int usage(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("dreyfus: " + failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  static int report(Exception thrown, CommandLine command, boolean debug) {
    Exception failure = told(thrown);
    PrintWriter err = command.getErr();
    command.getOut().flush();
    if (debug) {
      failure.printStackTrace(err);
    }
    int exitCode = exitCode(failure);
    String message = message(failure);
    if (exitCode == ExitCode.INTERNAL_ERROR) {
      message = "internal error: " + failure + "; please report it, with what --debug shows";
    }
    err.println("dreyfus: " + message.strip().replaceAll("\\s*\\R\\s*", " | "));
    return exitCode;
  }

  /** What was thrown, without the wrapping of those who may not throw it. */
  private static Exception told(Exception thrown) {
    return thrown instanceof UncheckedIOException && thrown.getCause() instanceof IOException io
        ? io
        : thrown;
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof CommandFailure known) {
      return known.exitCode();
    } else if (failure instanceof EngineException engine) {
      return engine.isPlugin() ? ExitCode.PLUGIN_FAILED : ExitCode.BAD_INPUT;
    } else if (failure instanceof MissingRequirement
        || failure instanceof MissingLibraryException
        || failure instanceof PortException) {
      return ExitCode.MISSING_REQUIREMENT;
    } else if (failure instanceof DeviceException || failure instanceof ReplayException) {
      return ExitCode.PLUGIN_FAILED;
    } else if (failure instanceof CaptureException
        || failure instanceof CorpusException
        || failure instanceof BundleException
        || failure instanceof IOException) {
      return ExitCode.BAD_INPUT;
    }
    return ExitCode.INTERNAL_ERROR;
  }

  private static String message(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file";
    } else if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied; choose another path or change its rights";
    } else if (failure instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + ": exists already; choose another path";
    } else if (failure instanceof FileSystemException system) {
      return system.getFile() + ": " + String.valueOf(system.getReason());
    }
    String message = String.valueOf(failure.getMessage());
    return message.equals("Broken pipe")
        ? "the reader of standard output went away before all was written"
        : message;
  }
}
