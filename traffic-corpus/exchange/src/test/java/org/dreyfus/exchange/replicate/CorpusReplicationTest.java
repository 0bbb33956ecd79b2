package org.dreyfus.exchange.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusManifest;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.CorpusWriter;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.Corpora;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReplicationTest {

  private static final long SEED = 7;

  @TempDir Path folder;
  private Corpus source;

  /** A pair whose payloads name addresses, and a re-enacted session. */
  @BeforeEach
  void chooseSessions() throws IOException {
    Corpus all = Corpus.open(Corpora.DEFAULT);
    String pair =
        all.sessions().stream()
            .filter(session -> !session.mentions().isEmpty())
            .flatMap(session -> session.pair().stream())
            .findFirst()
            .orElseThrow()
            .id();
    Session reenacted =
        all.sessions().stream()
            .filter(session -> session.origin() == Origin.REENACTED && session.pair().isEmpty())
            .findFirst()
            .orElseThrow();
    CorpusWriter writer = new CorpusWriter(folder.resolve("source"));
    for (Session session : all.sessions()) {
      boolean member = session.pair().filter(its -> its.id().equals(pair)).isPresent();
      if (member || session.equals(reenacted)) {
        Path capture = Files.copy(all.capture(session), folder.resolve("capture"));
        writer.add(session, all.flows(session), capture);
      }
    }
    CorpusManifest about = all.manifest();
    writer.finish("few", "1", about.licence(), "Few.", about.riskRule(), all.works().values());
    source = Corpus.open(folder.resolve("source"));
    assertThat(source.sessions()).hasSize(3);
  }

  @Test
  void replicasAreValidAndStayInTheirCluster() throws IOException {
    Corpus replicas = replicate("out", 3);
    assertThat(CorpusValidator.problems(replicas)).isEmpty();
    assertThat(replicas.sessions())
        .hasSize(9)
        .allMatch(session -> session.origin() == Origin.REPLICATED);
    assertThat(replicas.sessions().stream().filter(s -> s.fidelity().isPresent())).hasSize(3);
    assertThat(clusters(replicas)).isEqualTo(clusters(source));
    assertThat(replicas.works()).isEqualTo(source.works());
  }

  @Test
  void everyReplicaHasItsOriginalsFlowsUnderOtherAddresses() throws IOException {
    assertSameFlows(source, replicate("out", 2));
  }

  @Test
  void noRecordedAddressIsLeftInTheText() throws IOException {
    Corpus replicas = replicate("out", 1);
    int named = 0;
    for (Session original : source.sessions()) {
      Session replica = replicaOf(original, replicas);
      String before = text(source.capture(original));
      String after = text(replicas.capture(replica));
      for (int i = 0; i < original.hosts().size(); i++) {
        String recorded = original.hosts().get(i).address();
        assertThat(after).doesNotContain(recorded);
        named += before.contains(recorded) ? 1 : 0;
      }
    }
    assertThat(named).as("addresses that stood in payloads").isPositive();
  }

  @Test
  void anInterruptedReplicationGoesOnToTheSameEnd() throws IOException {
    Corpus whole = replicate("whole", 2);
    Corpus cut = replicate("cut", 2);
    Path lost = cut.capture(cut.sessions().get(0)).getParent();
    Files.delete(cut.folder().resolve("corpus.json"));
    Files.move(lost, folder.resolve("lost"));
    assertThat(replicate("cut", 2).digest()).isEqualTo(whole.digest());
  }

  @Test
  void aFolderWithSomethingElseIsRefused() throws IOException {
    Corpus first = replicate("out", 1);
    assertThatThrownBy(() -> replicate("out", 1))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("finished corpus");
    Files.delete(first.folder().resolve("corpus.json"));
    assertThatThrownBy(
            () ->
                new CorpusReplication(
                        source,
                        first.folder(),
                        new ReplicaAmount(1, ReplicaAmount.Unit.COPIES),
                        SEED + 1)
                    .run((d, a) -> {}))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("something else");
  }

  @Test
  @Tag("slow")
  void theDefaultCorpusCanBeReplicated() throws IOException {
    source = Corpus.open(Corpora.DEFAULT);
    Corpus replicas = replicate("out", 1);
    assertThat(CorpusValidator.problems(replicas)).isEmpty();
    assertSameFlows(source, replicas);
  }

  private Corpus replicate(String name, int copies) throws IOException {
    Path target = folder.resolve(name);
    new CorpusReplication(
            source, target, new ReplicaAmount(copies, ReplicaAmount.Unit.COPIES), SEED)
        .run((done, all) -> {});
    return Corpus.open(target);
  }

  private static void assertSameFlows(Corpus source, Corpus replicas) throws IOException {
    for (Session original : source.sessions()) {
      Session replica = replicaOf(original, replicas);
      assertThat(counts(replicas, replica)).as(original.id()).isEqualTo(counts(source, original));
      assertThat(replicas.flows(replica).stream().map(FlowLabel::label))
          .isEqualTo(source.flows(original).stream().map(FlowLabel::label).toList());
      assertThat(replicas.flows(replica).get(0).timestampNanos()).isEqualTo(replica.startNanos());
      if (original.rekeying() != Session.Rekeying.NONE) {
        assertThat(replica.hosts().stream().map(Host::address))
            .isNotEqualTo(original.hosts().stream().map(Host::address).toList());
      }
    }
  }

  private static Session replicaOf(Session original, Corpus replicas) {
    return replicas.sessions().stream()
        .filter(session -> session.id().matches(original.id() + "-r[0-9a-f]{6}-1"))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<Long>> counts(Corpus corpus, Session session) throws IOException {
    return CaptureFlows.of(CaptureSource.file(corpus.capture(session))).flows().stream()
        .map(flow -> flow.record())
        .map(flow -> List.of(flow.flow(), flow.packets(), flow.bytes(), flow.payloadBytes()))
        .toList();
  }

  private static Set<String> clusters(Corpus corpus) {
    Set<String> clusters = new HashSet<>();
    corpus.sessions().forEach(session -> clusters.add(session.cluster()));
    return clusters;
  }

  private static String text(Path capture) throws IOException {
    byte[] bytes = Files.readAllBytes(capture);
    if (bytes[0] == 0x1f) {
      try (var plain = new java.util.zip.GZIPInputStream(Files.newInputStream(capture))) {
        bytes = plain.readAllBytes();
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
