package org.dreyfus.recorder;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dreyfus.recorder.scenario.Scenario;

/**
 * Which scenarios are recorded.
 *
 * @param ids of scenarios
 * @param tags of which a scenario has at least one; see {@link Scenarios#tags}
 */
public record ScenarioSelection(Set<String> ids, Set<String> tags) {

  private static final int FEW = 30;

  /** Every scenario there is. */
  public static ScenarioSelection all() {
    return new ScenarioSelection(Set.of(), Set.of());
  }

  public static ScenarioSelection only(Set<String> ids) {
    return new ScenarioSelection(ids, Set.of());
  }

  /**
   * The chosen ones, in order: those that are named, and those with a tag. Nothing named means all.
   *
   * @throws IllegalArgumentException when an id or a tag is unknown; the message says which there
   *     are
   */
  List<Scenario> choose(List<Scenario> all) {
    requireKnown("scenario", ids, all, scenario -> Set.of(scenario.id()));
    requireKnown("tag", tags, all, Scenarios::tags);
    return all.stream().filter(this::isChosen).toList();
  }

  private boolean isChosen(Scenario scenario) {
    return (ids.isEmpty() && tags.isEmpty())
        || ids.contains(scenario.id())
        || Scenarios.tags(scenario).stream().anyMatch(tags::contains);
  }

  private static void requireKnown(
      String what, Set<String> wanted, List<Scenario> all, Function<Scenario, Set<String>> names) {
    Set<String> known =
        all.stream()
            .flatMap(scenario -> names.apply(scenario).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>(wanted);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "no %s '%s'; there are: %s"
              .formatted(what, String.join("', '", unknown), offered(unknown, known)));
    }
  }

  /** All that begin with the same word, or all when they are few. */
  private static String offered(Set<String> unknown, Set<String> known) {
    if (known.size() <= FEW) {
      return String.join(", ", known);
    }
    String word = unknown.iterator().next().replaceFirst("-.*", "");
    String alike =
        known.stream().filter(name -> name.startsWith(word)).collect(Collectors.joining(", "));
    String rest = known.size() + " in the list that corpus record --list prints";
    return alike.isEmpty() ? rest : alike + "; " + rest;
  }
}
