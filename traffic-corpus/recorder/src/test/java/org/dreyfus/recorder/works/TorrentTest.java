package org.dreyfus.recorder.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.dreyfus.recorder.Requirements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TorrentTest {

  private static final MediaFile FILM =
      WorkKind.FILM.generate(
          "f", "quiet-tower.mkv", "Quiet Tower", 40_000, new SplittableRandom(1));
  private static final String TRACKER = "http://10.101.102.103:6969/announce";

  @Test
  void isABencodedDictionary(@TempDir Path folder) throws Exception {
    Path file = new Torrent(FILM, TRACKER).writeTo(folder.resolve("film.torrent"));
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .startsWith("d8:announce35:" + TRACKER + "4:infod6:lengthi40000e4:name15:quiet-tower.mkv")
        .contains("12:piece lengthi16384e6:pieces60:")
        .endsWith("ee");
  }

  @Test
  void theInfoHashDoesNotDependOnTheTracker() {
    assertThat(new Torrent(FILM, TRACKER).infoHash())
        .matches("[0-9a-f]{40}")
        .isEqualTo(new Torrent(FILM, "udp://10.1.1.1:1/announce").infoHash());
  }

  @Test
  @Tag("slow")
  void transmissionReadsTheSameInfoHash(@TempDir Path folder) throws Exception {
    Requirements.program("transmission-show");
    Torrent torrent = new Torrent(FILM, TRACKER);
    Path file = torrent.writeTo(folder.resolve("film.torrent"));
    Process shown = new ProcessBuilder("transmission-show", file.toString()).start();
    try (BufferedReader reader = shown.inputReader(StandardCharsets.UTF_8)) {
      assertThat(reader.lines().collect(Collectors.joining("\n")))
          .contains("Hash: " + torrent.infoHash())
          .contains(TRACKER);
    }
    assertThat(shown.waitFor()).isZero();
  }
}
