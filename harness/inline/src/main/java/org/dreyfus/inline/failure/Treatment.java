package org.dreyfus.inline.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a device did with the flows of all probes.
 *
 * @param harmless whether each passed, by name
 * @param blockable the same
 */
record Treatment(SortedMap<String, Boolean> harmless, SortedMap<String, Boolean> blockable) {

  /**
   * What can be judged: harmless flows that passed and blockable ones that were stopped. What the
   * device treats otherwise while it is well tells nothing about its failure.
   */
  Treatment normal() {
    return new Treatment(only(harmless, true), only(blockable, false));
  }

  /** The flows of {@code others} as they were treated here. */
  Treatment restrictedTo(Treatment others) {
    return new Treatment(
        restricted(harmless, others.harmless), restricted(blockable, others.blockable));
  }

  /** The same flows, all stopped. */
  Treatment allStopped() {
    return new Treatment(stopped(harmless), stopped(blockable));
  }

  private static SortedMap<String, Boolean> stopped(SortedMap<String, Boolean> flows) {
    SortedMap<String, Boolean> stopped = new TreeMap<>(flows);
    stopped.replaceAll((name, passed) -> false);
    return stopped;
  }

  /** Without the kind of flows that {@code failing} treated all alike: no need to name them. */
  Treatment onlyMixedIn(Treatment failing) {
    return new Treatment(
        isMixed(failing.harmless) ? harmless : new TreeMap<>(),
        isMixed(failing.blockable) ? blockable : new TreeMap<>());
  }

  private static boolean isMixed(SortedMap<String, Boolean> flows) {
    return new TreeSet<>(flows.values()).size() > 1;
  }

  /** Flows that were treated otherwise than in {@code others}. */
  List<String> differences(Treatment others) {
    List<String> names = new ArrayList<>();
    others.harmless.forEach((name, passed) -> note(names, name, passed, harmless));
    others.blockable.forEach((name, passed) -> note(names, name, passed, blockable));
    return names;
  }

  private static void note(
      List<String> names, String name, boolean passed, SortedMap<String, Boolean> here) {
    if (here.getOrDefault(name, !passed) != passed) {
      names.add(name.substring(name.indexOf('/') + 1));
    }
  }

  int flows() {
    return harmless.size() + blockable.size();
  }

  static long passed(SortedMap<String, Boolean> flows) {
    return flows.values().stream().filter(passed -> passed).count();
  }

  private static SortedMap<String, Boolean> only(SortedMap<String, Boolean> flows, boolean wanted) {
    SortedMap<String, Boolean> kept = new TreeMap<>(flows);
    kept.values().removeIf(passed -> passed != wanted);
    return kept;
  }

  private static SortedMap<String, Boolean> restricted(
      SortedMap<String, Boolean> flows, SortedMap<String, Boolean> to) {
    SortedMap<String, Boolean> kept = new TreeMap<>(flows);
    kept.keySet().retainAll(to.keySet());
    return kept;
  }
}
