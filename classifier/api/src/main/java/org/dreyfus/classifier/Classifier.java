package org.dreyfus.classifier;

import java.util.OptionalDouble;

/**
 * Looks at the packets of one capture and gives a verdict on each flow.
 *
 * <p>Life cycle: {@link ClassifierProvider#open} makes an instance for one capture. It is used by
 * one thread only and needs no locks. The harness calls {@link #inspect} in capture order with the
 * flows interleaved as they were on the wire, {@link #conclude} and then {@link #score} once for
 * each flow, {@link #finish} once, {@link #close} once.
 *
 * <p>An exception thrown from {@link #inspect}, {@link #conclude}, {@link #score} or {@link
 * #finish} counts as a crash, and so does an answer that this contract does not allow: verdicts
 * that were final before it stand, every other flow of the capture is recorded as crashed, and the
 * instance is closed. A call that does not return within the harness's time limit counts as a
 * time-out in the same way.
 */
public interface Classifier extends AutoCloseable {

  /**
   * Looks at the next packet of a flow and returns the verdict so far.
   *
   * <p>Not called again for a flow once its verdict {@linkplain Verdict#isFinal() is final}. A
   * block decided here takes effect on this packet: an inline box would hold it back.
   *
   * @param flow the flow the packet belongs to, as this classifier sees it
   * @param packet valid during this call only; copy what you need to keep
   * @return the verdict so far; {@link Verdict#undecided()} when more packets are needed
   */
  Verdict inspect(Flow flow, Packet packet);

  /**
   * Called exactly once a flow, when it has ended or the capture is over. The last word; ignored
   * when the verdict was final before.
   *
   * @param flow the flow that ended
   * @return the last verdict; by default the verdict so far
   */
  default Verdict conclude(Flow flow) {
    return flow.verdict();
  }

  /**
   * How strongly a flow looks like something to block. Called exactly once a flow, right after
   * {@link #conclude}, also when the verdict was final before. Scores are read as an order: what
   * would be blocked from some threshold on.
   *
   * @param flow the flow that ended; its slot may be given to another flow after this call
   * @return 0 (not at all) to 1; empty when this classifier has no such number. Anything else
   *     counts as a crash
   */
  default OptionalDouble score(Flow flow) {
    return OptionalDouble.empty();
  }

  /**
   * Called once, at the end of a capture: names the hosts that this classifier accuses of taking
   * part in something it would block.
   *
   * @param accusations takes one call for each accused host
   */
  default void finish(AccusationSink accusations) {}

  /** Frees what the classifier holds. Called exactly once, also after a crash. */
  @Override
  default void close() {}
}
