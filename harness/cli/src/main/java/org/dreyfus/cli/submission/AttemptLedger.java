package org.dreyfus.cli.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.bundle.BundleException;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.ResultJson;

/**
 * The list of all attempts, one JSON object a line, each with the digest of the line before: a line
 * that is changed or taken out shows. To be published; the nonces that are still secret lie in a
 * file beside it, which is not.
 */
public final class AttemptLedger {

  private static final int NONCE_BYTES = 32;
  private static final String SECRET_SUFFIX = ".secret";

  private final Path file;
  private final List<String> lines;
  private final List<LedgerEntry> entries = new ArrayList<>();

  private AttemptLedger(Path file, List<String> lines) throws IOException {
    this.file = file;
    this.lines = new ArrayList<>(lines);
    for (String line : lines) {
      entries.add(
          ResultJson.json().parse(line, LedgerEntry.class, file + ":" + (entries.size() + 1)));
    }
  }

  /**
   * Opens a ledger; one that does not exist is empty.
   *
   * @throws IOException when it cannot be read, or its lines do not follow from one another
   */
  public static AttemptLedger open(Path file) throws IOException {
    List<String> lines =
        Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    AttemptLedger ledger = new AttemptLedger(file, lines);
    List<String> problems = ledger.problems();
    if (!problems.isEmpty()) {
      throw new BundleException(file + ": " + problems.get(0));
    }
    return ledger;
  }

  public List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  /** Whether the lines form a chain, seeds follow the rule, and nonces were committed before. */
  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<String> committed = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      LedgerEntry entry = entries.get(i);
      String expected = i == 0 ? "" : Digests.sha256(lines.get(i - 1));
      if (entry.number() != i + 1 || !entry.previous().equals(expected)) {
        problems.add("line " + (i + 1) + " does not follow from the line before: changed or cut");
      }
      if (entry.kind() == LedgerEntry.Kind.NONCE) {
        committed.add(entry.fact("commitment"));
      } else if (entry.kind() == LedgerEntry.Kind.ATTEMPT) {
        boolean open = committed.remove(SeedRule.commitment(entry.fact("nonce")));
        if (!open) {
          problems.add("line " + (i + 1) + ": its nonce was not committed before, or used twice");
        } else if (!entry.fact("seed").equals(Long.toString(seedOf(entry)))) {
          problems.add("line " + (i + 1) + ": its seed does not follow from the rule");
        }
      }
    }
    return problems;
  }

  private static long seedOf(LedgerEntry attempt) {
    return SeedRule.seed(
        attempt.fact("corpus"),
        attempt.fact("digest"),
        attempt.fact("configuration"),
        attempt.fact("nonce"));
  }

  /** Draws a nonce, keeps it secret, and puts its digest down. */
  public LedgerEntry commitNonce() throws IOException {
    byte[] drawn = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(drawn);
    String nonce = HexFormat.of().formatHex(drawn);
    Path secret = secret();
    if (!Files.exists(secret)) {
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(secret, nonce + "\n", StandardOpenOption.APPEND);
    return append(LedgerEntry.Kind.NONCE, Map.of("commitment", SeedRule.commitment(nonce)));
  }

  private Path secret() {
    return file.resolveSibling(file.getFileName() + SECRET_SUFFIX);
  }

  /**
   * Begins an attempt, or goes on with the one that was cut off: with the same plugin,
   * configuration and corpus, and neither finished nor failed.
   *
   * @throws IOException when no committed nonce is left
   */
  public LedgerEntry begin(
      String plugin, String version, String digest, String configuration, String corpus)
      throws IOException {
    Map<String, String> facts = new TreeMap<>();
    facts.put("plugin", plugin);
    facts.put("version", version);
    facts.put("digest", digest);
    facts.put("configuration", configuration);
    facts.put("corpus", corpus);
    Optional<LedgerEntry> cutOff =
        attempts().stream()
            .filter(entry -> entry.facts().entrySet().containsAll(facts.entrySet()))
            .filter(entry -> outcome(entry).isEmpty())
            .findFirst();
    if (cutOff.isPresent()) {
      return cutOff.get();
    }
    String nonce = openNonce();
    facts.put("nonce", nonce);
    facts.put("commitment", SeedRule.commitment(nonce));
    facts.put("seed", Long.toString(SeedRule.seed(corpus, digest, configuration, nonce)));
    return append(LedgerEntry.Kind.ATTEMPT, facts);
  }

  private String openNonce() throws IOException {
    List<String> used = attempts().stream().map(entry -> entry.fact("nonce")).toList();
    List<String> secrets =
        Files.exists(secret()) ? Files.readAllLines(secret(), StandardCharsets.UTF_8) : List.of();
    return secrets.stream()
        .filter(nonce -> !used.contains(nonce))
        .findFirst()
        .orElseThrow(
            () ->
                new BundleException(
                    file
                        + ": no committed nonce is left; commit and publish one before a submission"
                        + " arrives: dreyfus plugin ledger --commit "
                        + file));
  }

  /** All attempts, in their order. */
  public List<LedgerEntry> attempts() {
    return entries.stream().filter(entry -> entry.kind() == LedgerEntry.Kind.ATTEMPT).toList();
  }

  /** What became of an attempt: the last line about it. */
  public Optional<LedgerEntry> outcome(LedgerEntry attempt) {
    String number = Integer.toString(attempt.number());
    return entries.stream()
        .filter(entry -> entry.fact("attempt").equals(number))
        .reduce((first, later) -> later);
  }

  /** How many attempts with a plugin of that id there were, up to this one. */
  public long count(LedgerEntry attempt) {
    return attempts().stream()
        .filter(entry -> entry.fact("plugin").equals(attempt.fact("plugin")))
        .filter(entry -> entry.number() <= attempt.number())
        .count();
  }

  /** Puts down what became of an attempt. */
  public LedgerEntry close(LedgerEntry attempt, LedgerEntry.Kind kind, String fact, String value)
      throws IOException {
    return append(kind, Map.of("attempt", Integer.toString(attempt.number()), fact, value));
  }

  private LedgerEntry append(LedgerEntry.Kind kind, Map<String, String> facts) throws IOException {
    String previous = lines.isEmpty() ? "" : Digests.sha256(lines.get(lines.size() - 1));
    LedgerEntry entry =
        new LedgerEntry(
            entries.size() + 1,
            previous,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            kind,
            facts);
    String line = ResultJson.json().line(entry).strip();
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    lines.add(line);
    entries.add(entry);
    return entry;
  }
}
