package org.dreyfus.inline.appliance;

import java.util.Map;
import java.util.Optional;

/** What a box did. */
public sealed interface BoxStats {

  /**
   * A box that blocks flows.
   *
   * @param flows that it remembers
   * @param blockedFlows since the last reset
   * @param resetsSent TCP segments, two for each flow that is reset
   * @param startedAnew how often it had too many flows and forgot all that were not blocked
   * @param forgottenBlockedFlows that were blocked and pass again, since there were too many
   * @param failure why it does not look any more; absent while it does
   */
  record Blocking(
      long flows,
      long blockedFlows,
      long resetsSent,
      long startedAnew,
      long forgottenBlockedFlows,
      Optional<String> failure)
      implements BoxStats {}

  /**
   * A box that meddles.
   *
   * @param requestsSeen by kind; this and what follows since the last reset
   * @param decoysSent made-up answers, by kind of request
   * @param floodedServices trackers that it has seen and sends to, as {@code address:port}, and how
   *     many TCP SYN segments each was sent
   * @param synsInAll TCP SYN segments since the start
   */
  record Meddling(
      Map<String, Long> requestsSeen,
      Map<String, Long> decoysSent,
      Map<String, Long> floodedServices,
      long synsInAll)
      implements BoxStats {}
}
