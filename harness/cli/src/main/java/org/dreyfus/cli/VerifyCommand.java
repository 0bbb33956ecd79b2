package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.Verification;
import org.dreyfus.bundle.signature.BundleSignature;
import org.dreyfus.bundle.signature.Keys;
import org.dreyfus.report.text.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a result bundle: digests, and that its observations give its scorecard.",
      "This proves the arithmetic, not the run. With --key also who signed it."
    })
final class VerifyCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "BUNDLE", description = "Folder of a result bundle.")
  private Path bundle;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Public Ed25519 key (PEM) of whoever should have signed the bundle.")
  private Optional<Path> key;

  VerifyCommand() {
    this.output = new Output();
    this.bundle = Path.of("");
    this.key = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    List<String> problems = new ArrayList<>(Verification.problems(bundle));
    if (key.isPresent()) {
      problems.addAll(BundleSignature.problems(bundle, Keys.publicKey(key.get())));
    }
    switch (output.format()) {
      case json -> output.json(Map.of("bundle", bundle.toString(), "problems", problems));
      case csv -> problems.forEach(problem -> output.text(Csv.line(List.of(problem))));
      case text -> {
        problems.forEach(problem -> output.text(bundle + ": " + problem + "\n"));
        if (problems.isEmpty()) {
          output.text(bundle + ": arithmetic checked" + signature() + "\n");
        }
      }
    }
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private String signature() {
    if (key.isPresent()) {
      return ", signed by the holder of this key";
    }
    boolean signed = Files.isRegularFile(bundle.resolve(BundleSignature.FILE));
    return signed ? "; signed, by whom was not checked (--key)" : "; not signed";
  }
}
