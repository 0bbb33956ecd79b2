package org.dreyfus.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {

  @TempDir Path folder;

  @Test
  void whatALinkPointsToStays() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.writeString(kept.resolve("file"), "text");
    Path gone = Files.createDirectories(folder.resolve("gone/below"));
    Files.writeString(gone.resolve("file"), "text");
    Files.createSymbolicLink(gone.resolve("link"), kept);
    Directories.delete(folder.resolve("gone"));
    assertThat(folder.resolve("gone")).doesNotExist();
    assertThat(kept.resolve("file")).exists();
    Directories.delete(folder.resolve("gone"));
  }
}
