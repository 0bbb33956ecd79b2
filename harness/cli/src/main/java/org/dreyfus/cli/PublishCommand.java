package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dreyfus.bundle.CompactBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the bundles of a run without what can be made of them again: pages and scorecards.",
      "Every bundle is verified first. `verify` and `report` work on the copies."
    })
final class PublishCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "RUN", description = "Folder that evaluate wrote.")
  private Path run;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the copies go; a bundle that is there already is not replaced.")
  private Path out;

  PublishCommand() {
    this.output = new Output();
    this.run = Path.of("");
    this.out = Path.of("");
  }

  @Override
  public Integer call() throws IOException {
    List<Path> bundles;
    try (Stream<Path> entries = Files.list(run)) {
      bundles =
          entries.filter(entry -> Files.isRegularFile(entry.resolve("run.json"))).sorted().toList();
    }
    if (bundles.isEmpty()) {
      throw new CommandFailure(ExitCode.BAD_INPUT, run + ": holds no result bundle");
    }
    Files.createDirectories(out);
    for (Path bundle : bundles) {
      Path copy = out.resolve(bundle.getFileName());
      CompactBundle.write(bundle, copy);
      output.text(copy + "\n");
    }
    return ExitCode.DONE;
  }
}
