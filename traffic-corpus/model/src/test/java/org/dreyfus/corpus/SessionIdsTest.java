package org.dreyfus.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SessionIdsTest {

  @Test
  void holdsWhatItWasGivenSorted() {
    Random random = new Random(2009);
    for (int size : new int[] {0, 1, 2, 15, 16, 17, 1_000}) {
      TreeSet<String> names = new TreeSet<>();
      while (names.size() < size) {
        names.add(name(random));
      }
      List<String> shuffled = new ArrayList<>(names);
      Collections.shuffle(shuffled, random);
      SessionIds ids = SessionIds.of(shuffled);
      assertThat(ids).containsExactlyElementsOf(names);
      for (String name : names) {
        assertThat(ids.get(ids.indexOf(name))).isEqualTo(name);
        assertThat(ids.contains(name + "\0")).isFalse();
      }
    }
  }

  /** Few letters, so that many begin alike; some of several bytes, some of the greatest length. */
  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    int length = random.nextInt(10) == 0 ? 84 : random.nextInt(6);
    for (int i = 0; i <= length; i++) {
      name.append("aaaabé\u4e2d".charAt(random.nextInt(7)));
    }
    return name.toString();
  }

  @Test
  void knowsNothingElse() {
    SessionIds ids = SessionIds.of(List.of("b", "a"));
    assertThat(ids.indexOf("")).isEqualTo(-1);
    assertThat(ids.indexOf("c")).isEqualTo(-1);
    assertThat(ids.lastIndexOf("b")).isEqualTo(1);
    assertThatThrownBy(() -> ids.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ids.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> SessionIds.of(List.of("a".repeat(256))))
        .hasMessageContaining("longer than 255 bytes");
  }
}
