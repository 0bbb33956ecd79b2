package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.report.text.Csv;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.ClaimProblems;
import org.dreyfus.scoring.Contradiction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dreyfus claims check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a claim file, and says which of its claims cannot both hold.",
      "Claims that contradict each other are no error: that is what vendors said."
    })
final class ClaimsCheckCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "FILE", description = "A claim file, or the id of a bundled one.")
  private String file;

  ClaimsCheckCommand() {
    this.output = new Output();
    this.file = "";
  }

  @Override
  public Integer call() throws IOException {
    Path path = Installation.claimFile(file);
    ClaimFile claims = InputFiles.claimsAsTheyAre(path);
    List<String> problems =
        ClaimProblems.of(claims).stream().map(problem -> path + ": " + problem).toList();
    List<Contradiction> contradictions = Contradiction.among(claims.claims());
    switch (output.format()) {
      case json -> output.json(Map.of("problems", problems, "contradictions", contradictions));
      case csv -> {
        problems.forEach(problem -> output.text(Csv.line(List.of("problem", problem))));
        contradictions.forEach(
            its -> output.text(Csv.line(List.of("contradiction", its.because()))));
      }
      case text -> output.text(text(claims, problems, contradictions));
    }
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private static String text(
      ClaimFile file, List<String> problems, List<Contradiction> contradictions) {
    List<String> lines = new ArrayList<>(problems);
    contradictions.forEach(its -> lines.add("cannot both hold: " + its.because()));
    lines.add(
        "%s: %d claims, %d problems, %d pairs that cannot both hold; alpha %s shared by %d"
            .formatted(
                file.id(),
                file.claims().size(),
                problems.size(),
                contradictions.size(),
                file.alpha(),
                file.sharingAlpha()));
    return String.join("\n", lines) + "\n";
  }
}
