package org.dreyfus.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a corpus holds, counted. A session counts once in a line, however many of its flows belong
 * there, and so does a cluster.
 *
 * @param sessions all of them
 * @param scenarios stories told
 * @param clusters independent units
 * @param axes every value of every label axis that occurs, in the order of the axes
 * @param pairs matched pairs by type and protection
 * @param routes protocol by protection by legal status of the content
 */
public record Census(
    int sessions,
    int scenarios,
    int clusters,
    List<Share> axes,
    List<Pairs> pairs,
    List<Route> routes) {

  /**
   * One value of one axis.
   *
   * @param axis as {@code flows.jsonl} or {@code session.json} name it: {@code "protection"}
   * @param value on that axis
   * @param sessions in which it occurs
   * @param clusters in which it occurs
   * @param flows that have it; for axes of a session, the flows of its sessions
   */
  public record Share(String axis, String value, int sessions, int clusters, int flows) {}

  /**
   * Matched pairs of one type whose content has one protection.
   *
   * @param type how members differ
   * @param protection of the CONTENT flows
   * @param pairs of sessions
   * @param clusters that hold them: the n of every statistic on pairs
   */
  public record Pairs(Pair.Type type, Protection protection, int pairs, int clusters) {}

  /**
   * Sessions by what their content looked like on the wire.
   *
   * @param protocol outermost protocol
   * @param carries what a tunnel carries
   * @param protection of the content
   * @param legal sessions with LEGAL content on this route
   * @param infringing sessions with INFRINGING content on it
   * @param undetermined sessions with UNDETERMINED content on it
   * @param other sessions in which only control, background or attack flows took it
   */
  public record Route(
      String protocol,
      Optional<String> carries,
      Protection protection,
      int legal,
      int infringing,
      int undetermined,
      int other) {}

  /** Counts a corpus. */
  public static Census of(Corpus corpus) throws IOException {
    Tally tally = new Tally();
    for (Session session : corpus.sessions()) {
      tally.add(session, corpus.flows(session));
    }
    return tally.census();
  }
}
