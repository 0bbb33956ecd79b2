package org.dreyfus.classifier.reference.fingerprint;

/** Recognises one network by the bytes that one side of a TCP connection says first. Stateless. */
@FunctionalInterface
public interface StreamFingerprint {

  /**
   * @param opening the first bytes of one side, without gaps, at least one; shown again, from the
   *     start, when more have come
   */
  Sighting look(Bytes opening);
}
