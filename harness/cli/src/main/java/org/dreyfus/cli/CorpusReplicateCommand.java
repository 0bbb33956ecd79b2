package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.exchange.replicate.CorpusReplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus replicate}. */
@Command(
    name = "replicate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a larger corpus: every session some times, with other addresses, ports and times.",
      "Copies stay in the cluster of their original. What was stopped goes on when repeated."
    })
final class CorpusReplicateCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "CORPUS", defaultValue = "default", description = "Id or folder.")
  private String corpus;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the new corpus.")
  private Path out;

  @Option(names = "--copies", required = true, description = "Of every session.")
  private int copies;

  @Option(names = "--seed", defaultValue = "1", description = "Of addresses, ports and times.")
  private long seed;

  CorpusReplicateCommand() {
    this.output = new Output();
    this.corpus = "default";
    this.out = Path.of("");
  }

  @Override
  public Integer call() throws IOException {
    if (copies < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--copies must be at least 1");
    }
    RunProgress bar = Terminal.progress(output, "replicas");
    Corpus source = Corpus.open(Installation.corpus(corpus));
    new CorpusReplication(source, out, copies, seed).run(bar::finished);
    output.text(out + "\n");
    return ExitCode.DONE;
  }
}
