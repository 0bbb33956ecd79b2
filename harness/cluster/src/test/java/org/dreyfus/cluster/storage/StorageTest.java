package org.dreyfus.cluster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.dreyfus.bundle.JournalFile;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

  private static final Path CORPUS =
      Path.of("../engine/src/test/resources/golden/three-stories/corpus")
          .toAbsolutePath()
          .normalize();

  @TempDir Path folder;

  private static Path lab(Path local) throws IOException {
    return Storage.path("lab:" + local, LabFiles.settings());
  }

  @Test
  void plainPathsAndFileLocationsAreThisMachines() throws IOException {
    Configuration settings = new Configuration();
    assertThat(Storage.path("runs/x", settings)).isEqualTo(Path.of("runs/x"));
    assertThat(Storage.path("file:///tmp/x", settings)).isEqualTo(Path.of("/tmp/x"));
    assertThat(Storage.isLocation("C")).isFalse();
    assertThat(Storage.isLocation("s3a://bucket/corpus")).isTrue();
  }

  @Test
  void anUnknownSchemeIsExplained() {
    assertThatThrownBy(() -> Storage.path("s3x://bucket/corpus", new Configuration()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("s3x://bucket/corpus")
        .hasMessageContaining("plugins/");
  }

  @Test
  void aCorpusIsTheSameThroughHadoop() throws IOException {
    Corpus here = Corpus.open(CORPUS);
    Corpus there = Corpus.open(lab(CORPUS));
    assertThat(there.folder().toString()).startsWith("lab:");
    assertThat(there.digest()).isEqualTo(here.digest());
    assertThat(there.works()).isEqualTo(here.works());
    assertThat(there.sessions()).isEqualTo(here.sessions());
    assertThat(there.identifiers()).isEqualTo(here.identifiers());
    for (Session session : here.sessions()) {
      assertThat(there.flows(session)).isEqualTo(here.flows(session));
      assertThat(Files.size(there.capture(session))).isEqualTo(Files.size(here.capture(session)));
      assertThat(Files.readAllBytes(there.capture(session)))
          .isEqualTo(Files.readAllBytes(here.capture(session)));
    }
  }

  @Test
  void journalFilesAreWrittenAndReplaced() throws IOException {
    Path journal = Files.createDirectories(lab(folder).resolve("a").resolve("b"));
    Path file = journal.resolve("part.json");
    JournalFile.write(file, List.of("one"));
    JournalFile.write(file, List.of("two"));
    assertThat(JournalFile.read(file, List.class)).contains(List.of("two"));
    try (Stream<Path> entries = Files.list(journal)) {
      assertThat(entries).containsExactly(file);
    }
    assertThat(Files.exists(folder.resolve("a/b/part.json"))).isTrue();
  }

  @Test
  void whatIsMissingIsMissing() throws IOException {
    Path missing = lab(folder).resolve("missing");
    assertThat(Files.exists(missing)).isFalse();
    assertThat(Files.isRegularFile(missing)).isFalse();
    assertThat(Files.deleteIfExists(missing)).isFalse();
    assertThatThrownBy(() -> Files.readString(missing)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Files.list(missing)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void foldersAreNotDeletedWithWhatTheyHold() throws IOException {
    Path parent = Files.createDirectory(lab(folder).resolve("parent"));
    Files.writeString(parent.resolve("child"), "x");
    assertThatThrownBy(() -> Files.delete(parent)).isInstanceOf(DirectoryNotEmptyException.class);
    Files.move(parent.resolve("child"), parent.resolve("other"), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(parent.resolve("other"));
    Files.delete(parent);
    assertThat(Files.exists(parent)).isFalse();
  }
}
