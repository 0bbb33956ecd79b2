package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.cli.submission.AttemptLedger;
import org.dreyfus.cli.submission.LedgerEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus plugin ledger}. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "Lists all attempts, after checking that no line was changed, that nonces were committed",
      "before, and that seeds follow from them."
    })
final class PluginLedgerCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "FILE", description = "The ledger; made when it does not exist.")
  private Path file;

  @Option(
      names = "--commit",
      description = "Draw a nonce for the next submission, and put its digest down.")
  private boolean commit;

  @Option(
      names = "--withdraw",
      paramLabel = "N",
      description = "Put down that the vendor took attempt N back. It stays listed.")
  private Optional<Integer> withdraw;

  @Option(names = "--reason", defaultValue = "", description = "Why it was taken back.")
  private String reason;

  PluginLedgerCommand() {
    this.output = new Output();
    this.file = Path.of("");
    this.withdraw = Optional.empty();
    this.reason = "";
  }

  @Override
  public Integer call() throws IOException {
    AttemptLedger ledger = AttemptLedger.open(file);
    if (commit) {
      LedgerEntry entry = ledger.commitNonce();
      output.message("committed to nonce " + entry.fact("commitment"));
    }
    if (withdraw.isPresent()) {
      LedgerEntry attempt = attempt(ledger, withdraw.get());
      ledger.close(attempt, LedgerEntry.Kind.WITHDRAWN, "reason", reason);
    }
    switch (output.format()) {
      case json -> output.json(ledger.entries());
      default -> output.text(text(ledger));
    }
    return ExitCode.DONE;
  }

  private LedgerEntry attempt(AttemptLedger ledger, int number) {
    return ledger.attempts().stream()
        .filter(entry -> entry.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new CommandFailure(ExitCode.USAGE, file + ": no attempt has number " + number));
  }

  private static String text(AttemptLedger ledger) {
    TextTable table =
        new TextTable("NUMBER", "TIME", "PLUGIN", "VERSION", "ATTEMPT", "SEED", "OUTCOME");
    for (LedgerEntry attempt : ledger.attempts()) {
      table.row(
          attempt.number(),
          attempt.time(),
          attempt.fact("plugin"),
          attempt.fact("version"),
          ledger.count(attempt),
          attempt.fact("seed"),
          ledger.outcome(attempt).map(PluginLedgerCommand::words).orElse("not finished"));
    }
    return table.toString();
  }

  private static String words(LedgerEntry outcome) {
    String kind = outcome.kind().name().toLowerCase(Locale.ROOT);
    String reason = outcome.fact("reason");
    return reason.isEmpty() ? kind : kind + ": " + reason;
  }
}
