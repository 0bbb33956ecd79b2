package org.dreyfus.scoring.inline;

import java.util.List;

/**
 * All that was seen of a device on the wire.
 *
 * @param run how it was measured
 * @param flows one a flow of the corpus, by session and flow
 */
public record InlineEvidence(InlineRun run, List<InlineFlow> flows) {

  public InlineEvidence {
    flows = List.copyOf(flows);
  }
}
