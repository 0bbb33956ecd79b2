package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.signature.Keys;
import org.dreyfus.cli.submission.AttemptLedger;
import org.dreyfus.cli.submission.LedgerEntry;
import org.dreyfus.cli.submission.SubmissionArchive;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Option;

/** A vendor's submission that is to be run: by the ledger's seed, every attempt put down. */
final class Submission {

  private static final String RESULTS = "SHA256SUMS";

  @Option(
      names = "--submission",
      paramLabel = "FILE",
      description = "A vendor's archive (dreyfus plugin pack). The seed comes from the ledger.")
  private Optional<Path> archive;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      defaultValue = "attempts.jsonl",
      description = "Where all attempts are put down (default: ${DEFAULT-VALUE}).")
  private Path file;

  @Option(
      names = "--signed-by",
      paramLabel = "FILE",
      description = "Public Ed25519 key (PEM) that must have signed the archive.")
  private Optional<Path> key;

  Submission() {
    this.archive = Optional.empty();
    this.file = Path.of("attempts.jsonl");
    this.key = Optional.empty();
  }

  /** An attempt that has begun. */
  record Attempt(AttemptLedger ledger, LedgerEntry entry) {

    long seed() {
      return Long.parseLong(entry.fact("seed"));
    }

    /** What the results say of it. */
    Map<String, String> facts() {
      Map<String, String> facts = new TreeMap<>();
      facts.put("attempt", Long.toString(ledger.count(entry)));
      facts.put("ledgerLine", Integer.toString(entry.number()));
      facts.put("nonce", entry.fact("nonce"));
      return facts;
    }

    /** Puts the digest of the results down, where they stand. */
    void finishedWhere(Path bundle) throws IOException {
      Path digests = bundle.resolve(RESULTS);
      if (Files.exists(digests)) {
        ledger.close(
            entry, LedgerEntry.Kind.FINISHED, "results", Digests.sha256(Files.readString(digests)));
      }
    }

    /** It came to nothing, and would again. */
    void failed(String reason) throws IOException {
      ledger.close(entry, LedgerEntry.Kind.FAILED, "reason", reason);
    }
  }

  boolean isPresent() {
    return archive.isPresent();
  }

  /**
   * Unpacks and opens the submission.
   *
   * @param folder an empty one, for its files
   */
  Plugins.Opened open(Plugins plugins, Path folder) throws IOException {
    SubmissionArchive.unpack(
        archive.orElseThrow(),
        folder,
        key.isPresent() ? Optional.of(Keys.publicKey(key.get())) : Optional.empty());
    return IsolationOption.open(plugins, folder.resolve("plugin.json")).get(0);
  }

  /** Puts the attempt down before anything runs. */
  Attempt begin(Plugins.Opened opened, Corpus corpus, Map<String, String> options)
      throws IOException {
    AttemptLedger ledger = AttemptLedger.open(file);
    LedgerEntry entry =
        ledger.begin(
            opened.file().classifier().id(),
            opened.file().classifier().version(),
            opened.plugin().digest(),
            Digests.sha256(opened.file() + " " + new TreeMap<>(options)),
            corpus.digest());
    return new Attempt(ledger, entry);
  }
}
