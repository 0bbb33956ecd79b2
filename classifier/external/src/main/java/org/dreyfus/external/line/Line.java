package org.dreyfus.external.line;

import java.net.InetAddress;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.dreyfus.classifier.Verdict;

/** One line of a plugin's output. */
public sealed interface Line {

  /**
   * What the plugin decided about a flow.
   *
   * @param flow that it speaks of
   * @param verdict final for block and allow, and for an identification unless the line says
   *     otherwise
   * @param at the frame after which it was decided, as the plugin says
   * @param score as in {@link Score}
   */
  record Decision(FlowName flow, Verdict verdict, OptionalLong at, OptionalDouble score)
      implements Line {}

  /**
   * How strongly a flow looks like something to block.
   *
   * @param value 0 (not at all) to 1
   */
  record Score(FlowName flow, double value) implements Line {}

  /** The plugin accuses a host. */
  record Accusation(InetAddress host, String reason) implements Line {}

  /**
   * The plugin has said all it has to say about the frames up to this one.
   *
   * @param frame number among all frames of the capture, from 0
   */
  record Marker(long frame) implements Line {}
}
