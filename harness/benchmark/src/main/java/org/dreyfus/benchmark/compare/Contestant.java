package org.dreyfus.benchmark.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that goes through a capture.
 *
 * @param name for people, unique
 * @param command without the capture, which is added as the last argument
 * @param counting what it prints of protocols
 * @param countingCommand the same work with the counts printed, for the run that is not measured
 * @param repeated whether it is measured in every round, after a run that is not; otherwise once
 */
record Contestant(
    String name,
    List<String> command,
    Counting counting,
    List<String> countingCommand,
    boolean repeated) {

  /** One that prints no counts. */
  static Contestant silent(String name, List<String> command) {
    return new Contestant(name, command, Counting.NOTHING, command, true);
  }

  /** One that prints all it counts. */
  static Contestant counting(String name, Counting counting, List<String> command) {
    return new Contestant(name, command, counting, command, true);
  }

  List<String> measured(Path capture) {
    return with(command, capture);
  }

  List<String> counted(Path capture) {
    return with(countingCommand, capture);
  }

  private static List<String> with(List<String> words, Path capture) {
    List<String> whole = new ArrayList<>(words);
    whole.add(capture.toString());
    return List.copyOf(whole);
  }
}
