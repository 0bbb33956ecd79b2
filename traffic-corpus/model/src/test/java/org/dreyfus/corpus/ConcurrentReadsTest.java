package org.dreyfus.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentReadsTest {

  private static final List<Path> PATHS =
      IntStream.range(0, 100).mapToObj(i -> Path.of("p" + i)).toList();

  @Test
  void resultsStandInTheOrderOfTheirPaths() throws IOException {
    assertThat(ConcurrentReads.read(PATHS, Path::toString))
        .containsExactlyElementsOf(PATHS.stream().map(Path::toString).toList());
  }

  @Test
  void severalAreReadAtATime() throws IOException {
    CountDownLatch together = new CountDownLatch(8);
    List<Boolean> met =
        ConcurrentReads.read(
            PATHS.subList(0, 8),
            path -> {
              together.countDown();
              try {
                return together.await(20, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            });
    assertThat(met).containsOnly(true);
  }

  @Test
  void theFirstThatCannotBeReadIsNamed() {
    assertThatThrownBy(
            () ->
                ConcurrentReads.read(
                    PATHS,
                    path -> {
                      if (PATHS.indexOf(path) >= 30) {
                        throw new IOException(path + ": broken");
                      }
                      return path;
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("p30: broken");
  }
}
