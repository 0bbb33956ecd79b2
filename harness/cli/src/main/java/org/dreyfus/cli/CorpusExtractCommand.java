package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus extract}. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Writes the capture of a session, or of one of its flows: what a witness names.")
final class CorpusExtractCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SESSION", description = "Id of the session.")
  private String session;

  @Option(names = "--corpus", defaultValue = "default", description = "Id or folder.")
  private String corpus;

  @Option(
      names = "--flow",
      paramLabel = "N",
      description = "Only the flow that begins at this frame.")
  private long flow;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out;

  CorpusExtractCommand() {
    this.session = "";
    this.corpus = "default";
    this.out = Path.of("");
  }

  @Override
  public Integer call() throws IOException {
    Corpus opened = Corpus.open(Installation.corpus(corpus));
    Session chosen = Selection.session(opened, session);
    if (flow == 0) {
      Files.copy(opened.capture(chosen), out);
    } else if (FlowExtract.write(opened.capture(chosen), flow, out) == 0) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          "no flow of session '%s' begins at frame %d; see: dreyfus corpus show --session %s"
              .formatted(session, flow, session));
    }
    return ExitCode.DONE;
  }
}
