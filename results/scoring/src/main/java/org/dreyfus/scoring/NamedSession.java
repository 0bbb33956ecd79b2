package org.dreyfus.scoring;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/**
 * A session as a classifier's own names show it.
 *
 * @param cluster of the session
 * @param trafficClass of its content, by its labels
 * @param unlicensed whether it moves an unlicensed work; otherwise it is lawful
 * @param names given to its flows, attacks left out, in time to hold back anything
 * @param contentBytes of works
 * @param heldBack bytes of works that blocking each name would have held back
 */
record NamedSession(
    String cluster,
    TrafficClass trafficClass,
    boolean unlicensed,
    Set<String> names,
    long contentBytes,
    Map<String, Long> heldBack) {

  static NamedSession of(SessionJudgement session) {
    Set<String> names = new TreeSet<>();
    Map<String, Long> heldBack = new TreeMap<>();
    for (FlowJudgement flow : session.flows()) {
      Optional<String> name = flow.has(Role.ATTACK) ? Optional.empty() : flow.nameInTime();
      name.ifPresent(names::add);
      name.filter(its -> flow.has(Role.CONTENT))
          .ifPresent(its -> heldBack.merge(its, heldBack(flow.observation()), Long::sum));
    }
    return new NamedSession(
        session.session().cluster(),
        session.traits().trafficClass(),
        session.legality() == Legality.INFRINGING,
        names,
        session.contentBytes(),
        heldBack);
  }

  private static long heldBack(Observation observation) {
    return observation.contentBytes() - observation.contentBytesBeforeBlock();
  }

  /** Whether blocking some names hits it. */
  boolean isHit(Set<String> blocked) {
    return names.stream().anyMatch(blocked::contains);
  }

  /** Whether blocking some names holds back half of the work, or more. */
  boolean isHeldBack(Predicate<String> blocked) {
    long held =
        heldBack.entrySet().stream()
            .filter(each -> blocked.test(each.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return 2 * held >= contentBytes;
  }

  /**
   * The name whose blocking, and nothing else, decides over the work; empty when it takes several
   * names, or when one of several would do.
   */
  Optional<String> decisive(Set<String> usable) {
    return heldBack.keySet().stream()
        .filter(usable::contains)
        .filter(name -> isHeldBack(name::equals))
        .filter(name -> !isHeldBack(other -> usable.contains(other) && !other.equals(name)))
        .findFirst();
  }
}
