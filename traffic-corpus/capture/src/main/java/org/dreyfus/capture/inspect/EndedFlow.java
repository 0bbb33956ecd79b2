package org.dreyfus.capture.inspect;

import java.util.List;
import java.util.Optional;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Verdict;

/**
 * A flow that has ended and what was said of it, looked at where it is kept. Valid during the call
 * that hands it over; whoever wants it longer takes {@link #record} and {@link #answers}, which
 * make objects. Classifiers are counted from 0, in the order they were given.
 */
public interface EndedFlow {

  /** See {@link FlowRecord#key}. An object made for each call. */
  FlowKey key();

  /** See {@link FlowRecord#packets}. */
  long packets();

  /** See {@link FlowRecord#bytes}. */
  long bytes();

  /** See {@link Answer#verdict}. */
  Verdict verdict(int classifier);

  /** See {@link Answer#decidedAtPacket}. */
  long decidedAtPacket(int classifier);

  /** See {@link Answer#crash}. */
  Optional<String> crash(int classifier);

  /** All that is known of the flow. */
  FlowRecord record();

  /** What the classifiers said of it. */
  List<Answer> answers();
}
