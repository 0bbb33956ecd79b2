package org.dreyfus.external.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {

  private static List<String> split(String output, int pieces) throws IOException {
    List<String> lines = new ArrayList<>();
    InputStream slow =
        new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, pieces));
          }
        };
    new LineSplitter()
        .read(
            slow,
            new LineSplitter.Receiver() {
              @Override
              public void line(byte[] bytes, int length) {
                lines.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
              }

              @Override
              public void tooLong() {
                lines.add("too long");
              }
            });
    return lines;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100_000})
  void linesComeWholeHoweverTheyArrive(int pieces) throws IOException {
    assertThat(split("one\ntwo\r\n\nthree", pieces)).containsExactly("one", "two", "three");
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 65_536, 1_000_000})
  void aLineTooLongIsSkippedAndToldOnce(int pieces) throws IOException {
    String longest = "x".repeat(LineSplitter.LONGEST_LINE);
    assertThat(split("a\n" + longest + "x".repeat(200_000) + "\nb\n" + longest + "\n", pieces))
        .containsExactly("a", "too long", "b", longest);
  }

  @Test
  void nothingIsNoLine() throws IOException {
    assertThat(split("", 10)).isEmpty();
  }
}
