package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;

/** The captures that arguments of a command mean: files, pipes, folders, standard input. */
final class CaptureInputs {

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final Pattern NAMED_LIKE_ONE =
      Pattern.compile(".*\\.(pcap|pcapng|cap|dump)(\\.(gz|zst))?");

  private final Consumer<String> notices;

  /**
   * @param notices told of files in folders that were left out
   */
  CaptureInputs(Consumer<String> notices) {
    this.notices = notices;
  }

  /**
   * Finds them, in the order given; those of a folder in the order of their paths.
   *
   * @throws CommandFailure when there is nothing to be read
   */
  List<CaptureSource> of(List<Path> arguments) throws IOException {
    if (arguments.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new CommandFailure(ExitCode.USAGE, "standard input can be read once; give '-' once");
    }
    List<CaptureSource> sources = new ArrayList<>();
    for (Path argument : arguments) {
      if (argument.equals(STANDARD_INPUT)) {
        sources.add(CaptureSource.standardInput());
      } else if (!Files.isReadable(argument)) {
        throw new CommandFailure(
            ExitCode.BAD_INPUT, argument + ": no such file, or not readable; check the path");
      } else if (Files.isDirectory(argument)) {
        sources.addAll(folder(argument));
      } else {
        sources.add(CaptureSource.file(argument));
      }
    }
    return sources;
  }

  /** Whether the source can be read more than once. */
  static boolean isRepeatable(CaptureSource source) {
    return source instanceof CaptureSource.FileSource file && Files.isRegularFile(file.path());
  }

  private List<CaptureSource> folder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.walk(folder)) {
      files = entries.filter(Files::isRegularFile).sorted().toList();
    }
    List<CaptureSource> captures = new ArrayList<>();
    for (Path file : files) {
      CaptureSource source = CaptureSource.file(file);
      if (isNamedLikeOne(file) || isCapture(source)) {
        captures.add(source);
      }
    }
    int others = files.size() - captures.size();
    if (captures.isEmpty()) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          "%s: none of its %d files is a pcap or pcapng capture; check the path"
              .formatted(folder, others));
    }
    if (others > 0) {
      notices.accept(
          "dreyfus: %s: %d captures; %d other files left out"
              .formatted(folder, captures.size(), others));
    }
    return captures;
  }

  /** Those are read whatever they hold, so that damage is told. */
  private static boolean isNamedLikeOne(Path file) {
    return NAMED_LIKE_ONE
        .matcher(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
        .matches();
  }

  private static boolean isCapture(CaptureSource source) {
    try {
      return CaptureReader.isCapture(source);
    } catch (CaptureException e) {
      return false;
    }
  }
}
