package org.dreyfus.recorder.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.Origin;
import org.dreyfus.recorder.works.WorkSize;

/** A story that can be recorded again and again, with other works, addresses and keys. */
public interface Scenario {

  /** Unique, lower case letters, digits and hyphens. */
  String id();

  /** What happens, in one plain sentence that says nothing of rights. */
  String story();

  /** Programs, protocol, protection and topology: the independent unit of every statistic. */
  String cluster();

  /** Names of the hosts, in the order in which they are plugged in. */
  List<String> hosts();

  /** Debian packages that it needs. */
  Set<String> packages();

  /** Whether a work moves. Then it is recorded as a matched pair, unless it is always lawful. */
  boolean movesWork();

  /** Why the work moves lawfully whenever this story is told; empty when that depends on rights. */
  default Optional<LegalBasis> alwaysLawful() {
    return Optional.empty();
  }

  /** Why nobody can say whether the work moves lawfully; empty when somebody can. */
  default Optional<String> undetermined() {
    return Optional.empty();
  }

  /** Works beside the one that moves, whose rights the story fixes. */
  default List<FurtherWork> furtherWorks() {
    return List.of();
  }

  /**
   * Whether its hosts have addresses of 203.0.113.0/24 (RFC 5737) instead of the lab's own: some
   * programs will not speak to private ones.
   */
  default boolean needsPublicAddresses() {
    return false;
  }

  /** How large the work is. */
  default WorkSize size() {
    return WorkSize.USUAL;
  }

  /** Real programs, unless the network has none left. */
  default Origin origin() {
    return Origin.RECORDED;
  }

  /** How true a re-enactment is; empty for what was recorded. */
  default Optional<Fidelity> fidelity() {
    return Optional.empty();
  }

  /** Words by which it can be chosen, beside its family and origin. */
  default Set<String> tags() {
    return Set.of();
  }

  /** Plays it. Returns when the work has arrived and nothing more is to be captured. */
  void play(Stage stage);
}
