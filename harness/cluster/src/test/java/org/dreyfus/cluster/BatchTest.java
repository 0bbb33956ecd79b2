package org.dreyfus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {

  private static final long MIB = 1 << 20;

  private static List<Batch.Weighted> sessions(int count, long bytes) {
    return IntStream.range(0, count).mapToObj(i -> new Batch.Weighted("s" + i, bytes)).toList();
  }

  private static List<String> all(List<Batch> batches) {
    return batches.stream().flatMap(batch -> batch.sessions().stream()).toList();
  }

  @Test
  void everySessionIsInOneBatch() {
    List<Batch.Weighted> sessions = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      sessions.add(new Batch.Weighted("s" + i, random.nextLong(10 * MIB)));
    }
    assertThat(all(Batch.pack(sessions, 3)))
        .containsExactlyInAnyOrderElementsOf(
            sessions.stream().map(Batch.Weighted::session).toList());
  }

  @Test
  void batchesWeighAboutTheSame() {
    List<Batch.Weighted> sessions = new ArrayList<>(sessions(90, MIB / 10));
    sessions.add(new Batch.Weighted("large", 3 * MIB));
    List<Batch> batches = Batch.pack(sessions, 1);
    assertThat(batches).hasSize(4);
    assertThat(batches.get(0).sessions()).contains("large");
    assertThat(batches.stream().filter(batch -> !batch.sessions().contains("large")))
        .allMatch(batch -> batch.sessions().size() >= 29);
  }

  @Test
  void largeCorporaHaveBatchesOfAtMost16MebibytesOrOneSession() {
    List<Batch> batches = Batch.pack(sessions(1_000, 4 * MIB), 2);
    assertThat(
            batches.stream().map(batch -> batch.sessions().size()).max(Comparator.naturalOrder()))
        .hasValue(4);
    assertThat(Batch.pack(sessions(10, 500 * MIB), 2))
        .allMatch(batch -> batch.sessions().size() == 1);
  }

  @Test
  void fewSessionsMakeAsManyBatches() {
    assertThat(Batch.pack(sessions(3, 0), 16)).hasSize(3);
    assertThat(Batch.pack(List.of(), 16)).isEmpty();
  }
}
