package org.dreyfus.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus of which nothing is kept in memory is the same as one of which all is. */
final class SessionsOnDemandTest {

  private static final int NONE_KEPT = 0;

  @TempDir Path folder;

  private Corpus kept;
  private Corpus onDemand;

  @BeforeEach
  void write() throws IOException {
    CorpusWriter writer = new CorpusWriter(folder);
    for (String id : List.of("s-2", "s-1", "s-10", "s-3")) {
      Path capture = Files.writeString(folder.resolve(".capture"), "packets of " + id);
      writer.add(
          Samples.session(id, Optional.empty()),
          List.of(Samples.flow(1, Samples.legal())),
          capture);
    }
    writer.finish("sample", "1", "Apache-2.0", "For tests.", "a rule", List.of(Samples.work()));
    kept = Corpus.open(folder);
    onDemand = Corpus.open(folder, NONE_KEPT);
  }

  @Test
  void theSessionsAreTheSameInOrderAndAtRandom() throws IOException {
    assertThat(onDemand.sessionIds()).containsExactly("s-1", "s-10", "s-2", "s-3");
    assertThat(onDemand.sessions()).isEqualTo(kept.sessions()).hasSize(4);
    assertThat(onDemand.sessions().get(3)).isEqualTo(kept.sessions().get(3));
    assertThat(onDemand.sessions().get(0)).isEqualTo(kept.sessions().get(0));
    assertThat(onDemand.session("s-10")).isEqualTo(kept.session("s-10")).isPresent();
    assertThat(onDemand.session("s-4")).isEqualTo(kept.session("s-4")).isEmpty();
    assertThat(CorpusValidator.problems(onDemand)).isEmpty();
  }

  @Test
  void aSessionIsReadWhenItIsAskedFor() throws IOException {
    edit("s-2", "Somebody fetches a file.", "Nobody does.");
    assertThat(onDemand.sessions().get(2).story()).isEqualTo("Nobody does.");
    assertThat(onDemand.session("s-2").orElseThrow().story()).isEqualTo("Nobody does.");
    assertThat(kept.session("s-2").orElseThrow().story()).isEqualTo("Somebody fetches a file.");
  }

  @Test
  void oneThatCannotBeReadIsNamedWhenTheWalkComesToIt() throws IOException {
    edit("s-2", "\"RECORDED\"", "\"FOUND\"");
    List<String> before = new ArrayList<>();
    assertThatThrownBy(() -> onDemand.sessions().forEach(session -> before.add(session.id())))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(folder.resolve("sessions/s-2/session.json") + ":7:")
        .hasMessageEndingWith("'FOUND' is none of [RECORDED, REENACTED, REPLICATED, IMPORTED]");
    assertThat(before).containsExactly("s-1", "s-10");
    assertThatThrownBy(() -> onDemand.session("s-2")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Corpus.open(folder)).hasMessageContaining("'FOUND' is none of");
  }

  @Test
  void aFolderWithoutASessionIsFoundAtOnce() throws IOException {
    Files.delete(folder.resolve("sessions/s-3/session.json"));
    assertThatThrownBy(() -> Corpus.open(folder, NONE_KEPT))
        .isInstanceOf(CorpusException.class)
        .hasMessageEndingWith("s-3: no session, it has no session.json; remove it");
  }

  @Test
  void anotherMachineOpensItFromItsOutline() throws IOException {
    Corpus there = Corpus.open(folder, Corpus.Outline.of(onDemand));
    assertThat(there.sessions()).isEqualTo(kept.sessions());
    assertThat(there.works()).isEqualTo(kept.works());
    assertThat(there.manifest()).isEqualTo(kept.manifest());
    Files.writeString(folder.resolve("corpus.json"), " ");
    assertThatThrownBy(() -> Corpus.open(folder, Corpus.Outline.of(onDemand)))
        .hasMessageEndingWith("corpus.json: is of another corpus, or another version of it");
  }

  private void edit(String session, String from, String to) throws IOException {
    Path path = folder.resolve("sessions").resolve(session).resolve("session.json");
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }
}
