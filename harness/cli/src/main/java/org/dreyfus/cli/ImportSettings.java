package org.dreyfus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.corpus.Catalogue;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Work;
import org.dreyfus.corpus.codec.StrictJson;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.labels.LabelFields;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What all imports have in common. */
final class ImportSettings {

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the corpus; it must not exist yet.")
  private Path out;

  @Option(names = "--id", description = "Id of the corpus (default: from the source's name).")
  private Optional<String> id;

  @Option(
      names = "--default",
      paramLabel = "FIELD=VALUE",
      description =
          "A label field for flows whose source does not say it; repeat for more. Fields: legality,"
              + " basis, protection, protocol, carries, application, role, work, reason.")
  private Map<String, String> defaults;

  @Option(
      names = "--works",
      paramLabel = "FILE",
      description = "A works.json with the works that labels name.")
  private Optional<Path> works;

  ImportSettings() {
    this.spec = CommandLine.Model.CommandSpec.create();
    this.out = Path.of("");
    this.id = Optional.empty();
    this.defaults = new TreeMap<>();
    this.works = Optional.empty();
  }

  ImportOptions options() throws IOException {
    for (String field : defaults.keySet()) {
      if (!LabelFields.NAMES.contains(field)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "--default: unknown field '%s'; known are %s".formatted(field, LabelFields.NAMES));
      }
    }
    List<Work> described =
        works.isPresent()
            ? StrictJson.plain().read(works.get(), Catalogue.class).works()
            : List.of();
    return new ImportOptions(out, id, defaults, described, err()::println);
  }

  /** Says what came out and what to do next. */
  int done(Corpus corpus) throws IOException {
    long flows = 0;
    for (Session session : corpus.sessions()) {
      flows += corpus.flows(session).size();
    }
    err()
        .println(
            "%s: %d sessions, %d flows; check them with: dreyfus corpus validate %s"
                .formatted(out, corpus.sessions().size(), flows, out));
    return ExitCode.DONE;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
