package org.dreyfus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.classifier.RightsFeed;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Identifiers;
import org.dreyfus.corpus.RegisteredWork;
import org.dreyfus.corpus.codec.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {

  private static final Path CORPUS = Path.of("src/test/resources/golden/three-stories/corpus");

  @TempDir Path folder;

  @Test
  void theFeedNamesListedServicesAtTheAddressesOfTheRun() throws IOException {
    Fakes.Spy spy = new Fakes.Spy();
    Evaluation blindOnly =
        Fakes.onePass(Corpus.open(CORPUS), List.of(spy.subject()), folder.resolve("journal"));
    new Run(blindOnly, (done, all) -> {}).execute();
    assertThat(spy.configurations).hasSize(1);
    NetworkFeed feed = spy.configurations.iterator().next().networkFeed().orElseThrow();
    assertThat(feed.services())
        .singleElement()
        .satisfies(
            service -> {
              assertThat(service.overlay()).isEqualTo("BitTorrent");
              assertThat(spy.addresses).contains(service.address());
            });
  }

  @Test
  void whoAsksForTheRightsFeedIsRunWithItAndWithoutIt() throws IOException {
    Path registered = Fakes.copyOf(CORPUS, folder.resolve("corpus"));
    RegisteredWork work = new RegisteredWork("A Title", "image/png", 3, "aa", "bb", "cc");
    Files.writeString(
        registered.resolve("identifiers.json"),
        StrictJson.plain().pretty(new Identifiers(1, List.of(work))));
    Corpus corpus = Corpus.open(registered);
    List<Optional<RightsFeed>> seen = new CopyOnWriteArrayList<>();
    ClassifierProvider asking = Fakes.asking(EnumSet.allOf(Feed.class), seen);
    List<Subject> rows = Subject.rows(new Execution.InProcess(asking), Map.of(), Feeds.of(corpus));
    List<Run.Result> results =
        new Run(Fakes.onePass(corpus, rows, folder.resolve("journal")), (done, all) -> {})
            .execute();
    assertThat(results)
        .extracting(result -> result.subject().id(), result -> result.evidence().facts().feeds())
        .containsExactly(
            tuple("asking", Set.of("NETWORK", "RIGHTS")),
            tuple("asking-without-rights", Set.of("NETWORK")));
    RightsFeed.Work told = new RightsFeed.Work("A Title", "image/png", 3, "aa", "bb", "cc");
    assertThat(Set.copyOf(seen))
        .containsExactlyInAnyOrder(Optional.of(new RightsFeed(List.of(told))), Optional.empty());
  }

  @Test
  void aCorpusWithoutIdentifiersGivesNoRightsFeed() throws IOException {
    ClassifierProvider asking = Fakes.asking(EnumSet.of(Feed.RIGHTS), new ArrayList<>());
    assertThat(
            Subject.rows(new Execution.InProcess(asking), Map.of(), Feeds.of(Corpus.open(CORPUS))))
        .extracting(Subject::id)
        .containsExactly("asking-without-rights");
  }
}
