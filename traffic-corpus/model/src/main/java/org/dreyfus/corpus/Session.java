package org.dreyfus.corpus;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of one scenario: {@code session.json}.
 *
 * @param schemaVersion of this file: 1
 * @param id unique within the corpus; also the name of its folder
 * @param scenario id of the scenario
 * @param story what happens, in one plain sentence
 * @param cluster the independent unit of every statistic: program, protocol, protection and
 *     topology. Written before any classifier runs
 * @param origin how it came to be
 * @param fidelity of a re-enacted session and its replicas; absent otherwise
 * @param pair its twin; absent when it has none
 * @param hosts everybody with an address
 * @param programs who took part
 * @param coins every coin that was tossed for it, by name: rights, order, roles
 * @param capture file name of the capture within the session's folder
 * @param startNanos time of the first packet, nanoseconds since 1970-01-01 UTC
 * @param durationNanos from first to last packet
 * @param mentions addresses that stand in payloads
 * @param rekeying whether its addresses can be rewritten everywhere
 * @param checks what was confirmed when it was made
 */
public record Session(
    int schemaVersion,
    String id,
    String scenario,
    String story,
    String cluster,
    Origin origin,
    Optional<Fidelity> fidelity,
    Optional<Pair> pair,
    List<Host> hosts,
    List<Program> programs,
    Map<String, String> coins,
    String capture,
    long startNanos,
    long durationNanos,
    List<AddressMention> mentions,
    Rekeying rekeying,
    Checks checks) {

  /** The version of {@code session.json} that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  public Session {
    hosts = List.copyOf(hosts);
    programs = List.copyOf(programs);
    mentions = List.copyOf(mentions);
  }

  /**
   * What was confirmed when the session was made. Only confirmed sessions can bear witness.
   *
   * @param delivered with nothing in the way, what was sent arrived (files: same SHA-256)
   * @param labelsConfirmed an independent source agrees with the labels
   * @param method how both were established, in one plain sentence
   */
  public record Checks(boolean delivered, boolean labelsConfirmed, String method) {}

  /** How far a session's addresses can be rewritten. */
  public enum Rekeying {
    /** Headers and every mention in a payload. */
    FULL,
    /** Headers only; payloads may still name recorded addresses. Scorecards say so. */
    HEADERS,
    /** Not at all: the recorded addresses stay. */
    NONE
  }
}
