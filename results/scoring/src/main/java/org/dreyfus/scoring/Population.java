package org.dreyfus.scoring;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.Protection;

/**
 * Which sessions a claim speaks of. An empty set does not restrict. A session's protocols are those
 * of its CONTENT flows, or of all flows when it moves no content.
 *
 * @param legality of the session
 * @param networks any of these is the visible protocol or is carried in a tunnel
 * @param exceptNetworks none of these is
 * @param protocols any of these is the outermost protocol visible on the wire
 * @param protections any of these shields the content
 * @param listed true for sessions that use a listed service, false for those that use none
 */
public record Population(
    Optional<Legality> legality,
    Set<String> networks,
    Set<String> exceptNetworks,
    Set<String> protocols,
    Set<Protection> protections,
    Optional<Boolean> listed) {

  /** Sets are kept sorted, so that a scorecard is the same in every process. */
  public Population {
    networks = sorted(networks);
    exceptNetworks = sorted(exceptNetworks);
    protocols = sorted(protocols);
    protections = sorted(protections);
  }

  private static <T extends Comparable<T>> Set<T> sorted(Set<T> set) {
    return Collections.unmodifiableSet(new TreeSet<>(set));
  }

  boolean contains(SessionJudgement session) {
    return legality.map(wanted -> wanted == session.legality()).orElse(true)
        && admits(networks, session.networks())
        && Collections.disjoint(exceptNetworks, session.networks())
        && admits(protocols, session.protocols())
        && admits(protections, session.protections())
        && listed.map(wanted -> wanted == usesListedService(session)).orElse(true);
  }

  private static <T> boolean admits(Set<T> wanted, Set<T> found) {
    return wanted.isEmpty() || !Collections.disjoint(wanted, found);
  }

  private static boolean usesListedService(SessionJudgement session) {
    return session.session().hosts().stream()
        .anyMatch(host -> host.service().map(service -> service.listed()).orElse(false));
  }

  /**
   * Whether a session could belong to both populations, by their filters alone: no corpus is asked.
   */
  boolean canMeet(Population other) {
    return agree(legality, other.legality)
        && agree(listed, other.listed)
        && overlap(protections, other.protections)
        && networksMeet(other)
        && other.networksMeet(this)
        && overlap(protocols, other.protocols);
  }

  private boolean networksMeet(Population other) {
    return networks.isEmpty()
        || (overlap(networks, other.networks) && !other.exceptNetworks.containsAll(networks));
  }

  private static <T> boolean agree(Optional<T> a, Optional<T> b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  private static <T> boolean overlap(Set<T> a, Set<T> b) {
    return a.isEmpty() || b.isEmpty() || !Collections.disjoint(a, b);
  }
}
