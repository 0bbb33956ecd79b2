package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.recorder.Progress;
import org.dreyfus.recorder.Recording;
import org.dreyfus.recorder.ScenarioSelection;
import org.dreyfus.recorder.Scenarios;
import org.dreyfus.recorder.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus record}. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Records a corpus with real programs in a lab of network namespaces.",
      "Needs root on Debian; installs the programs it needs. A recording that was stopped goes on",
      "when the command is repeated."
    })
final class CorpusRecordCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "ID", defaultValue = "default", description = "Id of the new corpus.")
  private String id;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the new corpus.")
  private Path out;

  @Option(names = "--seed", defaultValue = "1", description = "Of works, coins and addresses.")
  private long seed;

  @Option(names = "--labs", defaultValue = "2", description = "Labs that stand side by side.")
  private int labs;

  @Option(
      names = "--repetitions",
      defaultValue = "2",
      description = "Of each scenario. Odd ones pair two works, even ones two distributors.")
  private int repetitions;

  @Option(
      names = {"--only", "--scenario"},
      split = ",",
      paramLabel = "ID",
      description = "Only these scenarios.")
  private List<String> scenarios;

  @Option(
      names = "--tag",
      split = ",",
      paramLabel = "TAG",
      description = "Only scenarios with one of these tags; --list shows them.")
  private List<String> tags;

  @Option(names = "--extend", description = "Add to a finished corpus what it does not have yet.")
  private boolean extend;

  @Option(names = "--list", description = "List the scenarios and record nothing.")
  private boolean list;

  CorpusRecordCommand() {
    this.output = new Output();
    this.id = "default";
    this.out = Path.of("");
    this.scenarios = List.of();
    this.tags = List.of();
  }

  @Override
  public Integer call() throws IOException {
    if (list) {
      TextTable table = new TextTable("SCENARIO", "TAGS", "STORY");
      for (Scenario scenario : Scenarios.all()) {
        String words = String.join(" ", Scenarios.tags(scenario));
        table.row(scenario.id(), words, scenario.story());
      }
      output.text(table.toString());
      return ExitCode.DONE;
    }
    if (labs < 1 || repetitions < 1 || repetitions > Recording.MOST_REPETITIONS) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--labs must be at least 1, --repetitions 1 to " + Recording.MOST_REPETITIONS);
    }
    Path target = out.toString().isEmpty() ? Path.of("corpora", id) : out;
    ScenarioSelection selection = new ScenarioSelection(Set.copyOf(scenarios), Set.copyOf(tags));
    Recording recording = new Recording(target, id, seed, labs, repetitions, selection, extend);
    List<String> failures = run(recording);
    failures.forEach(failure -> output.message("dreyfus: not recorded: " + failure));
    output.text(target + "\n");
    return failures.isEmpty() ? ExitCode.DONE : ExitCode.INTERNAL_ERROR;
  }

  private List<String> run(Recording recording) throws IOException {
    RunProgress bar = Terminal.progress(output, "recorded sessions");
    Progress progress =
        new Progress() {
          @Override
          public void note(String line) {
            output.message("dreyfus: " + line);
          }

          @Override
          public void recorded(String session, int done, int all) {
            bar.finished(done, all);
          }
        };
    try {
      return recording.run(progress);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
