package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.Verification;
import org.dreyfus.report.text.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dreyfus verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a result bundle: digests, and that its observations give its scorecard.",
      "This proves the arithmetic, not the run."
    })
final class VerifyCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "BUNDLE", description = "Folder of a result bundle.")
  private Path bundle;

  VerifyCommand() {
    this.output = new Output();
    this.bundle = Path.of("");
  }

  @Override
  public Integer call() throws IOException {
    List<String> problems = Verification.problems(bundle);
    switch (output.format()) {
      case json -> output.json(Map.of("bundle", bundle.toString(), "problems", problems));
      case csv -> problems.forEach(problem -> output.text(Csv.line(List.of(problem))));
      case text -> {
        problems.forEach(problem -> output.text(bundle + ": " + problem + "\n"));
        if (problems.isEmpty()) {
          output.text(bundle + ": arithmetic checked\n");
        }
      }
    }
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }
}
