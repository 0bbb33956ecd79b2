package org.dreyfus.classifier.reference.stream;

/** Takes the bytes of one stretch in their order. */
@FunctionalInterface
public interface ByteSink {

  /**
   * @param data holds the bytes; valid during the call only
   * @param from index of the first
   * @param length how many, at least 1
   */
  void accept(byte[] data, int from, int length);
}
