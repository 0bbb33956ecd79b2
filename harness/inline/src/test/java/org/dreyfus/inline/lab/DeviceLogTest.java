package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeviceLogTest {

  @TempDir Path folder;
  private Path file;
  private DeviceLog log;

  @BeforeEach
  void begin() throws Exception {
    file = Files.createFile(folder.resolve("log"));
    log = new DeviceLog(file);
  }

  private void print(String text) throws Exception {
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  @Test
  void findsWholeLinesOnceEach() throws Exception {
    print("loading\nnot yet rea");
    assertThat(log.find("rea")).isFalse();
    print("dy\n");
    assertThat(log.find("ready")).isTrue();
    assertThat(log.find("ready")).isFalse();
    print("ready again\n");
    assertThat(log.find("ready")).isTrue();
  }

  @Test
  void findsWhatComesAfterAPassedEnd() throws Exception {
    print("reset\n");
    log.skipToEnd();
    assertThat(log.find("reset")).isFalse();
    print("reset\n");
    assertThat(log.find("reset")).isTrue();
  }

  @Test
  void findsBehindALineThatIsLongerThanAnyMemoryForIt() throws Exception {
    print("x".repeat(200_000) + "\n" + "line\n".repeat(50_000) + "ready\n");
    boolean found = false;
    for (int look = 0; look < 20 && !found; look++) {
      found = log.find("ready");
    }
    assertThat(found).isTrue();
  }

  @Test
  void theLastLineIsShort() throws Exception {
    assertThat(log.lastLine()).isEmpty();
    assertThat(log.lastWords()).isEqualTo(", and printed nothing");
    print("first\r\nno licence\r\n\r\n");
    assertThat(log.lastLine()).isEqualTo("no licence");
    assertThat(log.lastWords()).isEqualTo("; the last that it printed: no licence");
    print("y".repeat(100_000));
    assertThat(log.lastLine()).isEqualTo("y".repeat(300) + "...");
  }
}
