package org.dreyfus.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.bundle.RunTally;
import org.dreyfus.bundle.Verification;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunFacts;

/**
 * Says how the bundles of a run came to be.
 *
 * @param facts that stand beside those of the machine
 * @param started when the run began
 */
record Manifests(long seed, boolean blinded, Map<String, String> facts, Instant started) {

  RunManifest of(Entrant entrant, RunTally tally) {
    RunFacts run = entrant.evidence().facts();
    Map<String, String> options = new TreeMap<>(entrant.options());
    Map<String, String> environment = new TreeMap<>(facts);
    environment.putAll(entrant.environment());
    environment.putAll(machine());
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        Version.text(),
        entrant.classifier(),
        Digests.sha256(entrant.identity() + " " + options + " " + run.feeds()),
        run.corpus(),
        digests(entrant.criteria().claimFiles(), ClaimFile::id),
        digests(tally.applied(), Policy::id),
        seed,
        blinded,
        run.blindingKeys(),
        entrant.decisionPoint(),
        options,
        run.feeds(),
        environment,
        Map.of("wallSeconds", (Instant.now().toEpochMilli() - started.toEpochMilli()) / 1000.0),
        tally.counts().stated(),
        entrant.reproduce());
  }

  private static <T> Map<String, String> digests(List<T> values, Function<T, String> id) {
    Map<String, String> digests = new TreeMap<>();
    values.forEach(value -> digests.put(id.apply(value), Verification.digest(value)));
    return digests;
  }

  private static Map<String, String> machine() {
    return Map.of(
        "java",
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        "os",
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "arch",
        System.getProperty("os.arch"),
        "cores",
        Integer.toString(Runtime.getRuntime().availableProcessors()));
  }
}
