package org.dreyfus.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CensusTest {

  @Test
  void countsSessionsClustersPairsAndRoutes(@TempDir Path folder) throws IOException {
    Census census = Census.of(Samples.corpus(folder.resolve("corpus")));
    assertThat(census.sessions()).isEqualTo(2);
    assertThat(census.clusters()).isEqualTo(1);
    assertThat(census.axes())
        .contains(
            new Census.Share("origin", "RECORDED", 2, 1, 2),
            new Census.Share("legalStatus", "INFRINGING", 1, 1, 1),
            new Census.Share("protection", "PLAIN", 2, 1, 2));
    assertThat(census.pairs())
        .containsExactly(new Census.Pairs(Pair.Type.W, Protection.PLAIN, 1, 1));
    assertThat(census.routes())
        .containsExactly(new Census.Route("HTTP", Optional.empty(), Protection.PLAIN, 1, 1, 0, 0));
  }
}
