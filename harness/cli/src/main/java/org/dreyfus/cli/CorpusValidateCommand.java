package org.dreyfus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.recorder.CaptureAgreement;
import org.dreyfus.recorder.DissectorAgreement;
import org.dreyfus.report.text.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks digests, labels, pairs, and that labels and captures agree.")
final class CorpusValidateCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "CORPUS", defaultValue = "default", description = "Id or folder.")
  private String corpus;

  @Option(
      names = "--dissect",
      description = "Also compare labels with what tshark names in each flow; some minutes.")
  private boolean dissect;

  CorpusValidateCommand() {
    this.output = new Output();
    this.corpus = "default";
  }

  @Override
  public Integer call() throws IOException {
    Corpus opened = Corpus.open(Installation.corpus(corpus));
    List<String> problems = new ArrayList<>(CorpusValidator.problems(opened));
    problems.addAll(CaptureAgreement.problems(opened));
    if (dissect) {
      problems.addAll(DissectorAgreement.problems(opened));
    }
    switch (output.format()) {
      case json -> output.json(Map.of("corpus", opened.manifest().id(), "problems", problems));
      case csv -> problems.forEach(problem -> output.text(Csv.line(List.of(problem))));
      case text -> {
        problems.forEach(problem -> output.text(problem + "\n"));
        output.text(
            problems.isEmpty()
                ? "%s: %d sessions, all well%s\n"
                    .formatted(
                        opened.folder(),
                        opened.sessions().size(),
                        dissect ? "" : " (labels not compared with tshark; --dissect does that)")
                : "%s: %d problems\n".formatted(opened.folder(), problems.size()));
      }
    }
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }
}
