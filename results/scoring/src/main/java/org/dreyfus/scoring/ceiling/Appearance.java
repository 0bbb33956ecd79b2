package org.dreyfus.scoring.ceiling;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/**
 * Sessions that look alike to a box that sees only protocols.
 *
 * @param trafficClass of their content, or of all they do when they move none
 * @param protocols outermost ones of all flows: blocking any of them hits the session
 * @param decisive the one that carries more than half of the content: the work is held back when,
 *     and only when, this is blocked. Absent when no protocol carries so much
 * @param legal how many of them are lawful
 * @param infringing how many of them move unlicensed works
 */
public record Appearance(
    TrafficClass trafficClass,
    Set<String> protocols,
    Optional<String> decisive,
    long legal,
    long infringing) {

  public Appearance {
    protocols = Collections.unmodifiableSet(new TreeSet<>(protocols));
  }
}
