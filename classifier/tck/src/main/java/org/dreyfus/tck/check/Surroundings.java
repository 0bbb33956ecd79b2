package org.dreyfus.tck.check;

import java.util.List;

/** What a plugin may miss, and the words of the C library when it does. */
enum Surroundings {
  READ_ONLY("Read-only file system", "EROFS"),
  NO_NETWORK(
      "Network is unreachable",
      "Temporary failure in name resolution",
      "Name or service not known",
      "ENETUNREACH");

  private final List<String> words;

  Surroundings(String... words) {
    this.words = List.of(words);
  }

  boolean isNamedIn(String log) {
    return words.stream().anyMatch(log::contains);
  }
}
