package org.dreyfus.cluster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.dreyfus.bundle.JournalFile;
import org.dreyfus.cluster.lab.HdfsServer;
import org.dreyfus.cluster.lab.ObjectServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals on what clusters share: parts are whole or not there, and can be written twice. */
@Tag("slow")
class SharedStorageTest {

  @Test
  void onHdfs(@TempDir Path home) throws IOException {
    try (HdfsServer server = HdfsServer.start(home)) {
      keepsParts(Storage.path(server.location() + "/journals", new Configuration()));
    }
  }

  @Test
  void onAnObjectStore() throws IOException {
    try (ObjectServer server = ObjectServer.start()) {
      Configuration configuration = new Configuration();
      server.settings().forEach(configuration::set);
      keepsParts(Storage.path(server.location() + "/journals", configuration));
    }
  }

  private static void keepsParts(Path journals) throws IOException {
    Path journal = Files.createDirectories(journals.resolve("one"));
    assertThat(journal).isDirectory();
    Path file = journal.resolve("part.json");
    assertThat(JournalFile.read(file, List.class)).isEmpty();
    for (String content : List.of("first", "second", "a third one, which is longer")) {
      JournalFile.write(file, List.of(content));
      assertThat(JournalFile.read(file, List.class)).isEqualTo(Optional.of(List.of(content)));
      try (Stream<Path> entries = Files.list(journal)) {
        assertThat(entries).containsExactly(file);
      }
    }
    Path missing = journal.resolve("missing");
    assertThatThrownBy(() -> Files.move(missing, file)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Files.readString(missing)).isInstanceOf(NoSuchFileException.class);
    assertThat(JournalFile.read(file, List.class)).isPresent();
    Files.delete(file);
    Files.delete(journal);
    assertThat(Files.exists(journal)).isFalse();
  }
}
