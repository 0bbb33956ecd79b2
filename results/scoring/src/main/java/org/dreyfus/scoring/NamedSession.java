package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/**
 * A session as a classifier's own names show it. Sessions that look the same and in which the same
 * names decide over the work are equal, whatever its size, where one name or none was given to it.
 *
 * @param cluster of the session
 * @param trafficClass of its content, by its labels
 * @param unlicensed whether it moves an unlicensed work; otherwise it is lawful
 * @param names given to its flows, attacks left out, in time to hold back anything
 * @param contentBytes of an unlicensed work; 0 when the session is lawful
 * @param heldBack bytes of it that blocking each name would have held back
 */
record NamedSession(
    String cluster,
    TrafficClass trafficClass,
    boolean unlicensed,
    TreeSet<String> names,
    long contentBytes,
    TreeMap<String, Long> heldBack)
    implements Serializable {

  static NamedSession of(SessionJudgement session) {
    TreeSet<String> names = new TreeSet<>();
    TreeMap<String, Long> heldBack = new TreeMap<>();
    for (FlowJudgement flow : session.flows()) {
      Optional<String> name = flow.has(Role.ATTACK) ? Optional.empty() : flow.nameInTime();
      name.ifPresent(names::add);
      name.filter(its -> flow.has(Role.CONTENT))
          .ifPresent(its -> heldBack.merge(its, heldBack(flow.observation()), Long::sum));
    }
    boolean unlicensed = session.legality() == Legality.INFRINGING;
    if (!unlicensed) {
      return of(session, names, false, 0, new TreeMap<>());
    } else if (heldBack.size() > 1) {
      return of(session, names, true, session.contentBytes(), heldBack);
    }
    heldBack.replaceAll((name, bytes) -> 2 * bytes >= session.contentBytes() ? 1L : 0L);
    return of(session, names, true, Math.min(1, session.contentBytes()), heldBack);
  }

  private static NamedSession of(
      SessionJudgement session,
      TreeSet<String> names,
      boolean unlicensed,
      long contentBytes,
      TreeMap<String, Long> heldBack) {
    return new NamedSession(
        session.session().cluster(),
        session.traits().trafficClass(),
        unlicensed,
        names,
        contentBytes,
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
