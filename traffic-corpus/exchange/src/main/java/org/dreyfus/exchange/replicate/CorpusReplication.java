package org.dreyfus.exchange.replicate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusManifest;
import org.dreyfus.corpus.CorpusWriter;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Identifiers;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Sha256;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;

/**
 * Writes a corpus of replicas: every session some times, under other addresses, ports and times.
 * Replicas keep their original's cluster, works and pair of works, because copies are no new
 * evidence; each copy of a pair is a pair of its own. Goes on where an earlier attempt stopped.
 */
public final class CorpusReplication {

  private static final String CAPTURE = "capture.pcap";

  private final Corpus source;
  private final Path target;
  private final int copies;
  private final String run;

  /**
   * @param target folder of the new corpus; what an earlier attempt with the same source and seed
   *     left there is kept
   * @param amount to write; every session is copied equally often
   * @param seed of addresses, ports and times
   * @throws IOException when the source's size is asked for and cannot be found out
   */
  public CorpusReplication(Corpus source, Path target, ReplicaAmount amount, long seed)
      throws IOException {
    this.source = source;
    this.target = target;
    this.copies = copies(amount);
    this.run = Sha256.of((source.digest() + '\0' + seed).getBytes(StandardCharsets.UTF_8));
  }

  private int copies(ReplicaAmount amount) throws IOException {
    return Math.toIntExact(
        switch (amount.unit()) {
          case COPIES -> amount.number();
          case PACKETS -> times(amount.number(), SourceSize.of(source).packets());
          case BYTES -> times(amount.number(), SourceSize.of(source).bytes());
        });
  }

  private static long times(long wanted, long once) {
    return -Math.floorDiv(-wanted, Math.max(1, once));
  }

  /**
   * Writes what is missing, and the manifest last.
   *
   * @throws IOException when the source is damaged, the target holds something else, or a file
   *     cannot be written
   */
  public void run(ReplicaProgress progress) throws IOException {
    Originals.refuseImported(source);
    Map<String, Replica> planned = plan();
    CorpusWriter writer = new CorpusWriter(target);
    refuseStrangers(writer, planned);
    Files.createDirectories(target);
    int done = 0;
    for (Map.Entry<String, Replica> entry : planned.entrySet()) {
      if (!writer.has(entry.getKey())) {
        add(writer, entry.getKey(), entry.getValue());
      }
      progress.written(++done, planned.size());
    }
    finish(writer);
  }

  private record Replica(Session original, int copy) {}

  private Map<String, Replica> plan() {
    Map<String, Replica> planned = new LinkedHashMap<>();
    for (int copy = 1; copy <= copies; copy++) {
      for (Session session : source.sessions()) {
        planned.put(session.id() + suffix(copy), new Replica(session, copy));
      }
    }
    return planned;
  }

  private String suffix(int copy) {
    return "-r" + run.substring(0, 6) + "-" + copy;
  }

  private void refuseStrangers(CorpusWriter writer, Map<String, Replica> planned)
      throws IOException {
    if (Files.exists(target.resolve("corpus.json"))) {
      throw new ExchangeException(target + ": is a finished corpus; choose another folder");
    }
    for (String session : writer.sessions()) {
      if (!planned.containsKey(session)) {
        throw new ExchangeException(
            "%s: holds session %s of something else; choose another folder"
                .formatted(target, session));
      }
    }
  }

  private void add(CorpusWriter writer, String id, Replica replica) throws IOException {
    Session original = replica.original();
    SessionKey key = new SessionKey(original, run, replica.copy());
    Path capture = target.resolve("." + id + ".pcap");
    try {
      RekeyedCopy.write(source.capture(original), key.rewriter(), capture);
      CaptureFlows found = CaptureFlows.of(CaptureSource.file(capture));
      List<FlowLabel> flows = labels(original, found);
      writer.add(session(id, replica, key, found.startNanos()), flows, capture);
    } finally {
      Files.deleteIfExists(capture);
    }
  }

  /** The original's labels on the replica's flows: frames keep their numbers. */
  private List<FlowLabel> labels(Session original, CaptureFlows replica) throws IOException {
    Map<Long, FlowFacts> facts = new LinkedHashMap<>();
    replica.flows().forEach(flow -> facts.put(flow.number(), flow));
    List<FlowLabel> labelled = new ArrayList<>();
    for (FlowLabel flow : source.flows(original)) {
      FlowFacts found =
          Optional.ofNullable(facts.remove(flow.flow()))
              .orElseThrow(() -> changed(original, flow.flow()));
      labelled.add(found.labelled(flow.label()));
    }
    if (!facts.isEmpty()) {
      throw changed(original, facts.keySet().iterator().next());
    }
    return labelled;
  }

  private static ExchangeException changed(Session session, long flow) {
    return new ExchangeException(
        "session %s: flow %d is not the same in labels and replica; run corpus validate"
            .formatted(session.id(), flow));
  }

  private Session session(String id, Replica replica, SessionKey key, long startNanos) {
    Session original = replica.original();
    return new Session(
        Session.SCHEMA_VERSION,
        id,
        original.scenario(),
        original.story(),
        original.cluster(),
        Origin.REPLICATED,
        original.fidelity(),
        original
            .pair()
            .map(
                pair -> new Pair(pair.id() + suffix(replica.copy()), pair.type(), pair.workPair())),
        key.hosts(),
        original.programs(),
        original.coins(),
        CAPTURE,
        startNanos,
        original.durationNanos(),
        original.mentions(),
        original.rekeying(),
        original.checks());
  }

  private void finish(CorpusWriter writer) throws IOException {
    CorpusManifest manifest = source.manifest();
    Optional<Identifiers> feed = source.identifiers();
    if (feed.isPresent()) {
      writer.feeds(feed.get().works(), source.works().values(), manifest.riskRule());
    }
    writer.finish(
        manifest.id() + "-replicated",
        manifest.version(),
        manifest.licence(),
        "%d re-keyed copies of every session of %s. %s"
            .formatted(copies, manifest.id(), manifest.description()),
        manifest.riskRule(),
        source.works().values());
  }
}
