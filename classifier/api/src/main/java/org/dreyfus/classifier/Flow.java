package org.dreyfus.classifier;

import java.util.function.Supplier;

/**
 * One bidirectional flow of a capture, as one classifier sees it: other classifiers on the same
 * pass have views of their own. The view object is shared by all flows: keep {@link #slot()} or
 * {@link #id()}, not the object.
 *
 * <p>A TCP SYN without ACK after FIN or RST starts a new flow with the same key.
 */
public interface Flow {

  /** Opaque, unique within the capture, never reused. */
  long id();

  /**
   * Dense number of this flow among the live ones, from 0: an index for native state. Given to
   * another flow after {@link Classifier#score}.
   */
  int slot();

  /** The 5-tuple. Makes a new object at each call: not meant for every packet. */
  FlowKey key();

  /** IANA protocol number of the transport: 6 is TCP, 17 is UDP. Cheap. */
  int ipProtocol();

  /** Port of the flow's initiator, 0 when the transport has none. Cheap. */
  int initiatorPort();

  /** Port of the flow's responder, 0 when the transport has none. Cheap. */
  int responderPort();

  /** Packets seen so far, the one under inspection included. */
  long packets();

  /** Packets seen so far in one direction, the one under inspection included. */
  long packets(Direction direction);

  /** Bytes of IP packets seen so far (network header on), the one under inspection included. */
  long bytes();

  /** What this classifier last said of this flow. */
  Verdict verdict();

  /**
   * The object that this classifier keeps with this flow, made at the first call.
   *
   * @param initial makes it; called once a flow
   * @throws ClassCastException at the caller when a flow is asked for objects of two types
   */
  <T> T attachment(Supplier<? extends T> initial);
}
