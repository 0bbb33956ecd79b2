package org.dreyfus.classifier.reference.fingerprint;

import org.dreyfus.classifier.Direction;

/**
 * Recognises one network by the datagrams of one flow. Remembers what it needs of earlier ones: one
 * instance a flow.
 */
@FunctionalInterface
public interface DatagramFingerprint {

  /**
   * @param datagram the whole payload, at least one byte
   */
  Sighting look(Direction direction, Bytes datagram);
}
