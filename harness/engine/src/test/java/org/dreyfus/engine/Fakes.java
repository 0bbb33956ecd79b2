package org.dreyfus.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dreyfus.classifier.AccusationSink;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.RightsFeed;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Policy;

/** Classifiers that do one thing. */
final class Fakes {

  static final Verdict BLOCK = new Verdict.Blocked("X", "test");
  static final Verdict ALLOW = new Verdict.Allowed("X");

  private Fakes() {}

  static Subject subject(String id, Function<Configuration, Classifier> open) {
    Set<Feed> feeds = Set.of(Feed.NETWORK);
    return new Subject(new Execution.InProcess(provider(id, feeds, open)), Map.of(), feeds);
  }

  /** Asks for feeds, and notes what it is told of works. */
  static ClassifierProvider asking(Set<Feed> feeds, Collection<Optional<RightsFeed>> told) {
    return provider(
        "asking",
        feeds,
        configuration -> {
          told.add(configuration.rightsFeed());
          return (flow, packet) -> ALLOW;
        });
  }

  private static ClassifierProvider provider(
      String id, Set<Feed> feeds, Function<Configuration, Classifier> open) {
    return new ClassifierProvider() {
      @Override
      public ClassifierDescriptor descriptor() {
        return new ClassifierDescriptor(id, id, "1", "test", "A fake.", feeds, false);
      }

      @Override
      public Classifier open(Configuration configuration) {
        return open.apply(configuration);
      }
    };
  }

  /** A session like another, of another cluster. */
  static Session session(Session like, String id, String cluster) {
    return new Session(
        like.schemaVersion(),
        id,
        like.scenario(),
        like.story(),
        cluster,
        like.origin(),
        like.fidelity(),
        like.pair(),
        like.hosts(),
        like.programs(),
        like.coins(),
        like.capture(),
        like.startNanos(),
        like.durationNanos(),
        like.mentions(),
        like.rekeying(),
        like.checks());
  }

  static Subject always(String id, Verdict verdict) {
    return subject(id, configuration -> (flow, packet) -> verdict);
  }

  static Subject crashing() {
    return subject(
        "crashing",
        configuration ->
            (flow, packet) -> {
              throw new IllegalStateException("boom\nat line two");
            });
  }

  /** Never returns from its first call. */
  static Subject hanging() {
    return subject(
        "hanging",
        configuration ->
            (flow, packet) -> {
              while (true) {
                pause();
              }
            });
  }

  private static void pause() {
    try {
      Thread.sleep(10_000);
    } catch (InterruptedException stubborn) {
      Thread.interrupted();
    }
  }

  /** Blocks by the parity of an address: an answer that hangs on the blinding key. */
  static Subject superstitious() {
    return subject(
        "superstitious",
        configuration ->
            (flow, packet) -> flow.key().initiator().getAddress()[3] % 2 == 0 ? BLOCK : ALLOW);
  }

  /** Scores by an address: 1/256 to 1. */
  static Subject scoring() {
    return subject(
        "scoring",
        configuration ->
            new Classifier() {
              @Override
              public Verdict inspect(Flow flow, Packet packet) {
                return ALLOW;
              }

              @Override
              public OptionalDouble score(Flow flow) {
                return OptionalDouble.of(
                    (1 + (flow.key().initiator().getAddress()[3] & 0xff)) / 256.0);
              }
            });
  }

  /** Accuses the initiator of every flow. */
  static Subject accuser() {
    return subject(
        "accuser",
        configuration ->
            new Classifier() {
              private final Set<InetAddress> seen = new HashSet<>();

              @Override
              public Verdict inspect(Flow flow, Packet packet) {
                seen.add(flow.key().initiator());
                return Verdict.undecided();
              }

              @Override
              public void finish(AccusationSink accusations) {
                seen.forEach(host -> accusations.accuse(host, "seen"));
              }
            });
  }

  /** Notes all that it sees: addresses, payloads, feeds. */
  static final class Spy {
    final Set<InetAddress> addresses = ConcurrentHashMap.newKeySet();
    final Set<String> payloads = ConcurrentHashMap.newKeySet();
    final Set<Configuration> configurations = ConcurrentHashMap.newKeySet();

    Subject subject() {
      return Fakes.subject(
          "spy",
          configuration -> {
            configurations.add(configuration);
            return (flow, packet) -> {
              addresses.add(flow.key().initiator());
              addresses.add(flow.key().responder());
              byte[] payload = new byte[packet.payloadLength()];
              packet.buffer().get(packet.payloadOffset(), payload);
              payloads.add(new String(payload, StandardCharsets.ISO_8859_1));
              return Verdict.undecided();
            };
          });
    }
  }

  /** A policy that blocks one protocol. */
  static Policy policy(String id, String protocol) {
    return new Policy(Policy.SCHEMA_VERSION, id, id, "Blocks " + protocol, Set.of(protocol));
  }

  /** One blinded pass on one thread: no witness is checked. */
  static Evaluation onePass(Corpus corpus, List<Subject> subjects, Path journal) {
    return new Evaluation(corpus, subjects, 1, 1, true, false, Duration.ofSeconds(30), journal);
  }

  /** A copy of a folder, to be spoilt. */
  static Path copyOf(Path source, Path copy) throws IOException {
    try (Stream<Path> entries = Files.walk(source)) {
      for (Path entry : entries.toList()) {
        Files.copy(entry, copy.resolve(source.relativize(entry).toString()));
      }
    }
    return copy;
  }
}
