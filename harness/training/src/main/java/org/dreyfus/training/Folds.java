package org.dreyfus.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Parts of a corpus that are left out in turn. Sessions of one cluster, of one pair of works, or
 * with a work in common are always in the same part.
 *
 * @param count parts; 1 when nothing can be parted
 * @param bySession part of each session, from 0, by session id
 */
record Folds(int count, Map<String, Integer> bySession) {

  /** As many as there are, when there is enough to part. */
  static final int MOST = 5;

  Folds {
    bySession = Map.copyOf(bySession);
  }

  /**
   * The part of a session.
   *
   * @throws IllegalArgumentException when the session was not parted
   */
  int fold(String session) {
    return Optional.ofNullable(bySession.get(session))
        .orElseThrow(() -> new IllegalArgumentException("no session '" + session + "'"));
  }

  /** Large groups first, each to the part with the fewest sessions so far. */
  static Folds of(List<LabelledSession> sessions) {
    List<List<String>> groups = new ArrayList<>(groups(sessions).values());
    groups.sort(
        Comparator.<List<String>>comparingInt(List::size)
            .reversed()
            .thenComparing(group -> group.get(0)));
    int count = Math.max(1, Math.min(MOST, groups.size()));
    int[] sizes = new int[count];
    Map<String, Integer> bySession = new HashMap<>();
    for (List<String> group : groups) {
      int smallest = 0;
      for (int fold = 1; fold < count; fold++) {
        smallest = sizes[fold] < sizes[smallest] ? fold : smallest;
      }
      sizes[smallest] += group.size();
      for (String session : group) {
        bySession.put(session, smallest);
      }
    }
    return new Folds(count, bySession);
  }

  /** Sessions that hang together, by the first of them; ids in order. */
  private static Map<String, List<String>> groups(List<LabelledSession> sessions) {
    int[] parent = new int[sessions.size()];
    Arrays.setAll(parent, i -> i);
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      for (String tie : ties(sessions.get(i))) {
        Integer other = first.putIfAbsent(tie, i);
        if (other != null) {
          int one = root(parent, other);
          int two = root(parent, i);
          parent[Math.max(one, two)] = Math.min(one, two);
        }
      }
    }
    Map<String, List<String>> groups = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      String name = sessions.get(root(parent, i)).session().id();
      groups.computeIfAbsent(name, absent -> new ArrayList<>()).add(sessions.get(i).session().id());
    }
    groups.values().forEach(group -> group.sort(Comparator.naturalOrder()));
    return groups;
  }

  private static List<String> ties(LabelledSession labelled) {
    List<String> ties = new ArrayList<>();
    ties.add("cluster " + labelled.session().cluster());
    labelled.session().pair().ifPresent(pair -> ties.add("pair " + pair.id()));
    labelled.session().pair().ifPresent(pair -> ties.add("works " + pair.workPair()));
    labelled.works().forEach(work -> ties.add("work " + work));
    return ties;
  }

  private static int root(int[] parent, int start) {
    int at = start;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }
}
