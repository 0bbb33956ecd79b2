package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dreyfus.classifier.Classifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code dreyfus plugin init}: a plugin that works, to begin with. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Writes a plugin that works into a new folder: yours to change.")
final class PluginInitCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Option(
      names = "--language",
      required = true,
      paramLabel = "python|c|java|container",
      description = "What it is written in.")
  private Language language;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Lower case letters, digits, hyphens (default: the folder's name).")
  private String id;

  @Option(names = "--vendor", defaultValue = "Unnamed", description = "Who answers for it.")
  private String vendor;

  @Parameters(paramLabel = "DIR", description = "Must not exist.")
  private Path folder;

  PluginInitCommand() {
    this.output = new Output();
    this.language = Language.python;
    this.id = "";
    this.vendor = "Unnamed";
    this.folder = Path.of("");
  }

  /** The names stand on the command line, and are folders of examples. */
  enum Language {
    python("Next: dreyfus plugin check %s/plugin.json"),
    c("Next: cc -O2 -o %1$s/blocker %1$s/blocker.c && dreyfus plugin check %1$s/plugin.json"),
    java("Next: build the jar as %1$s/README.md says; dreyfus plugin check %1$s/plugin.json"),
    container("Next: build the image as classifier/CONTAINERS.md says, into %s");

    private final String next;

    Language(String next) {
      this.next = next;
    }
  }

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder)) {
      throw new CommandFailure(ExitCode.USAGE, folder + ": exists already; name a new folder");
    }
    Path example = Installation.examples().resolve(language.name());
    Folders.copy(example, folder);
    if (language == Language.container) {
      Files.copy(Installation.examples().resolve("c/blocker.c"), folder.resolve("blocker.c"));
    } else if (language == Language.java) {
      Path contract = Folders.location(Classifier.class);
      if (Files.isRegularFile(contract)) {
        Files.copy(
            contract, Files.createDirectories(folder.resolve("lib")).resolve("dreyfus-api.jar"));
      }
    }
    Path descriptor = folder.resolve("plugin.json");
    JsonMapper json = JsonMapper.builder().build();
    ObjectNode plugin = (ObjectNode) json.readTree(Files.readAllBytes(descriptor));
    plugin.put("id", id.isEmpty() ? String.valueOf(folder.toAbsolutePath().getFileName()) : id);
    plugin.put("vendor", vendor);
    Files.write(descriptor, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(plugin));
    output.message(language.next.formatted(folder));
    return ExitCode.DONE;
  }
}
