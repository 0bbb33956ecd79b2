package org.dreyfus.external;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/**
 * All that a plugin said of one capture.
 *
 * @param byFlow the flows that it spoke of, by the number of their first frame. It left the others
 *     undecided
 * @param accused hosts and reasons
 * @param conduct how it behaved
 * @param failure why flows without a decision count as unanswered; empty when being undecided is
 *     the plugin's answer
 */
public record StreamAnswers(
    Map<Long, StreamAnswer> byFlow,
    Map<InetAddress, String> accused,
    Conduct conduct,
    Optional<Failure> failure) {

  public StreamAnswers {
    byFlow = Map.copyOf(byFlow);
    accused = Map.copyOf(accused);
  }
}
