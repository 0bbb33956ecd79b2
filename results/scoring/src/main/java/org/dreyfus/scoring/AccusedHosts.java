package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;
import org.dreyfus.scoring.Accusation.Deed;

/**
 * Accusations against what each host did. A host is rightly accused when it was an end of a CONTENT
 * flow that is infringing, falsely accused when it moved lawful works only, or none. Hosts of
 * undetermined works and addresses that nobody has are neither, and shown. Sessions of fidelity C
 * are left out, as from all headline numbers.
 *
 * @param hosts accused, each once a session; addresses that nobody has are not among them
 * @param unlicensed of these, those that moved an unlicensed work
 * @param undetermined of these, those that moved a work whose rights are undetermined
 * @param lawful of these, those that moved lawful works only
 * @param noWork of these, those that moved no work at all
 * @param nobody accused addresses that no host of their session has
 * @param falseShare approximate interval of the share of accused hosts that moved no unlicensed
 *     work, those of undetermined works left out
 * @param examples falsely accused hosts, those that moved nothing first; one a cluster
 */
public record AccusedHosts(
    int hosts,
    int unlicensed,
    int undetermined,
    int lawful,
    int noWork,
    int nobody,
    Optional<Bootstrap> falseShare,
    List<Example> examples) {

  /**
   * A falsely accused host.
   *
   * @param session id
   * @param cluster id
   * @param host name within the session
   * @param did what it did, in plain words
   * @param reason what the classifier gave
   * @param deed what the labels say
   */
  public record Example(
      String session, String cluster, String host, List<String> did, String reason, Deed deed) {}

  /** Hosts that moved no unlicensed work. */
  public int falselyAccused() {
    return lawful + noWork;
  }
}
