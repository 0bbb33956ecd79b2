package org.dreyfus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses and orders are those that every published run of this seed had. */
class ServicesTest {

  private static final Path CORPUS = Path.of("src/test/resources/golden/three-stories/corpus");
  private static final String TRACKED = "bittorrent-libtorrent-plain-tcp-open-tracker-1";
  private static final Map<Integer, String> DRAWN =
      Map.of(0, "10.143.103.122", 1, "10.104.152.185", 2, "10.142.166.141");

  @TempDir Path folder;

  private static NetworkFeed feed(String... addresses) {
    return new NetworkFeed(
        List.of(addresses).stream()
            .map(text -> new NetworkFeed.Service("BitTorrent", IpLiteral.parse(text), 9000))
            .toList());
  }

  private static Session session(Corpus corpus, String id) throws IOException {
    return corpus.session(id).orElseThrow();
  }

  private static String recorded(Session session) {
    return session.hosts().stream()
        .filter(host -> host.service().isPresent())
        .map(host -> host.address())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyKeyDrawsTheSameAddressesAsEver() throws IOException {
    Corpus corpus = Corpus.open(CORPUS);
    Services services = Services.of(corpus);
    for (Session session : corpus.sessions()) {
      DRAWN.forEach(
          (key, address) ->
              assertThat(new Rekeyed(new RunKey(1, key), services).networkFeed(session))
                  .isEqualTo(feed(address)));
    }
  }

  @Test
  void unblindedAServiceIsListedWhereTheSessionHasIt() throws IOException {
    Corpus corpus = Corpus.open(CORPUS);
    Services services = Services.of(corpus);
    assertThat(services.listed()).hasSize(1);
    Blinding unblinded = new Unblinded(services);
    Session first = session(corpus, TRACKED + "a");
    Session second = session(corpus, TRACKED + "b");
    assertThat(recorded(first)).isNotEqualTo(recorded(second));
    assertThat(unblinded.networkFeed(first)).isEqualTo(feed(recorded(first)));
    assertThat(unblinded.networkFeed(second)).isEqualTo(feed(recorded(second)));
    assertThat(unblinded.networkFeed(session(corpus, "dns-udp-1a")))
        .isEqualTo(feed(recorded(first)));
  }

  @Test
  void whereAddressesCannotBeRewrittenTheRecordedOneIsListed() throws IOException {
    Path spoilt = copy();
    edit(spoilt, TRACKED + "b", "\"rekeying\" : \"FULL\"", "\"rekeying\" : \"NONE\"");
    Corpus corpus = Corpus.open(spoilt);
    Blinding pass = new Rekeyed(new RunKey(1, 0), Services.of(corpus));
    Session asRecorded = session(corpus, TRACKED + "b");
    assertThat(pass.networkFeed(asRecorded)).isEqualTo(feed(recorded(asRecorded)));
    assertThat(pass.networkFeed(session(corpus, TRACKED + "a")))
        .isEqualTo(feed(DRAWN.getOrDefault(0, "")));
  }

  @Test
  void anotherMachineIsToldTheOutcome() throws IOException {
    Services services = Services.of(Corpus.open(CORPUS));
    String text = ResultJson.json().line(services);
    assertThat(ResultJson.json().parse(text, Services.class, "told")).isEqualTo(services);
  }

  @Test
  void sessionsRunInTheOrderThatTheyAlwaysHad() throws IOException {
    String dns = "dns-udp-1";
    String rsync = "rsync-1";
    assertThat(RunOrder.of(evaluation(true), Optional.empty()))
        .containsExactly(
            rsync + "b", dns + "b", rsync + "a", TRACKED + "b", dns + "a", TRACKED + "a");
    assertThat(RunOrder.of(evaluation(true), Optional.of(Treatment.PORTS_PERMUTED)))
        .isEqualTo(RunOrder.of(evaluation(true), Optional.empty()));
    assertThat(RunOrder.of(evaluation(true), Optional.of(Treatment.SECOND_KEY)))
        .containsExactly(
            rsync + "b", TRACKED + "b", dns + "b", TRACKED + "a", rsync + "a", dns + "a");
    assertThat(RunOrder.of(evaluation(false), Optional.empty()))
        .containsExactly(
            TRACKED + "a", TRACKED + "b", dns + "a", dns + "b", rsync + "a", rsync + "b");
  }

  private static Evaluation evaluation(boolean blinded) throws IOException {
    return new Evaluation(
        Corpus.open(CORPUS),
        List.of(Fakes.always("a", Fakes.ALLOW)),
        1,
        1,
        blinded,
        blinded,
        Duration.ofSeconds(1),
        Path.of("none"));
  }

  private Path copy() throws IOException {
    Files.walkFileTree(
        CORPUS,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = folder.resolve(CORPUS.relativize(file));
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(file, target);
            return FileVisitResult.CONTINUE;
          }
        });
    return folder;
  }

  private static void edit(Path corpus, String session, String from, String to) throws IOException {
    Path file = corpus.resolve("sessions").resolve(session).resolve("session.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
