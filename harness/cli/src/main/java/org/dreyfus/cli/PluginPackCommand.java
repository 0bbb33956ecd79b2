package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.signature.Keys;
import org.dreyfus.cli.submission.SubmissionArchive;
import org.dreyfus.external.LaunchException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus plugin pack}. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = "Packs a plugin's folder as a submission: its files, their digests, a signature.")
final class PluginPackCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "DIR", description = "Folder with a plugin.json.")
  private Path folder;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The archive (default: submission.zip here); must not exist.")
  private Optional<Path> out;

  @Option(
      names = "--sign",
      paramLabel = "FILE",
      description = "Private Ed25519 key (PEM) that signs the archive.")
  private Optional<Path> sign;

  PluginPackCommand() {
    this.output = new Output();
    this.folder = Path.of("");
    this.out = Optional.empty();
    this.sign = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    Optional<PrivateKey> key =
        sign.isPresent() ? Optional.of(Keys.privateKey(sign.get())) : Optional.empty();
    Path archive = out.orElseGet(() -> Path.of("submission.zip"));
    if (Files.exists(archive)) {
      throw new CommandFailure(
          ExitCode.USAGE, archive + ": exists already; name another file with --out");
    }
    try {
      SubmissionArchive.Contents contents = SubmissionArchive.pack(folder, archive, key);
      switch (output.format()) {
        case json -> output.json(contents);
        default ->
            output.text(
                "%s: %s %s, %d files, SHA-256 of the plugin %s%s%n"
                    .formatted(
                        archive,
                        contents.id(),
                        contents.version(),
                        contents.files().size(),
                        contents.digest(),
                        key.isPresent() ? ", signed" : ""));
      }
      return ExitCode.DONE;
    } catch (LaunchException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()), e);
    }
  }
}
