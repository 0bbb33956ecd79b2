package org.dreyfus.scoring;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/**
 * Which sessions a claim speaks of. An empty set does not restrict. A session's protocols are those
 * of its CONTENT flows, or of all flows when it moves no content.
 *
 * @param legality of the session
 * @param networks any of these is the visible protocol or is carried in a tunnel
 * @param exceptNetworks none of these is
 * @param protocols any of these is the outermost protocol visible on the wire
 * @param protections any of these shields the content
 * @param bases any of these is why the content may move, or may not
 * @param origins the session came to be in one of these ways
 * @param applications any of these programs moved the content
 * @param trafficClasses any of these classes has the outermost protocol
 * @param listed true for sessions that use a listed service, false for those that use none
 */
public record Population(
    Optional<Legality> legality,
    Set<String> networks,
    Set<String> exceptNetworks,
    Set<String> protocols,
    Set<Protection> protections,
    Set<LegalBasis> bases,
    Set<Origin> origins,
    Set<String> applications,
    Set<TrafficClass> trafficClasses,
    Optional<Boolean> listed) {

  /** Sets are kept sorted, so that a scorecard is the same in every process. */
  public Population {
    networks = sorted(networks);
    exceptNetworks = sorted(exceptNetworks);
    protocols = sorted(protocols);
    protections = sorted(protections);
    bases = sorted(bases);
    origins = sorted(origins);
    applications = sorted(applications);
    trafficClasses = sorted(trafficClasses);
  }

  /** All sessions. */
  public static Population everything() {
    return new Population(
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty());
  }

  /** Those of these that are lawful, or move unlicensed works. */
  public Population only(Legality wanted) {
    return with(Optional.of(wanted), networks, exceptNetworks, protections);
  }

  /** Those of these that use any of some networks. */
  public Population over(Set<String> wanted) {
    return with(legality, wanted, exceptNetworks, protections);
  }

  /** Those of these that use none of some networks. */
  public Population except(Set<String> unwanted) {
    return with(legality, networks, unwanted, protections);
  }

  /** The same sessions with other protections. */
  public Population under(Set<Protection> others) {
    return with(legality, networks, exceptNetworks, others);
  }

  private Population with(
      Optional<Legality> legalityNow,
      Set<String> networksNow,
      Set<String> exceptNow,
      Set<Protection> protectionsNow) {
    return new Population(
        legalityNow,
        networksNow,
        exceptNow,
        protocols,
        protectionsNow,
        bases,
        origins,
        applications,
        trafficClasses,
        listed);
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
        && admits(bases, session.bases())
        && admits(origins, Set.of(session.session().origin()))
        && admits(applications, session.traits().applications())
        && admits(trafficClasses, Set.of(session.traits().trafficClass()))
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
        && overlap(protocols, other.protocols)
        && overlap(bases, other.bases)
        && overlap(origins, other.origins)
        && overlap(applications, other.applications)
        && overlap(trafficClasses, other.trafficClasses);
  }

  /** Whether every session of this belongs to the other too, by the filters alone. */
  boolean isWithin(Population other) {
    return (other.legality.isEmpty() || other.legality.equals(legality))
        && (other.listed.isEmpty() || other.listed.equals(listed))
        && narrower(networks, other.networks)
        && (other.exceptNetworks.isEmpty() || exceptNetworks.containsAll(other.exceptNetworks))
        && narrower(protocols, other.protocols)
        && narrower(protections, other.protections)
        && narrower(bases, other.bases)
        && narrower(origins, other.origins)
        && narrower(applications, other.applications)
        && narrower(trafficClasses, other.trafficClasses);
  }

  private static <T> boolean narrower(Set<T> inner, Set<T> outer) {
    return outer.isEmpty() || (!inner.isEmpty() && outer.containsAll(inner));
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
