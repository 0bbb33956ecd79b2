package org.dreyfus.inline.failure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Flows that were opened and are to go on later, after something happened to the device. */
public interface Standing extends AutoCloseable {

  /** Goes on to the end of each flow; says the same as {@link Probe#run}. To be called once. */
  SortedMap<String, Boolean> goOn();

  @Override
  void close();

  /** No flows. */
  static Standing none() {
    return new Standing() {
      @Override
      public SortedMap<String, Boolean> goOn() {
        return Collections.unmodifiableSortedMap(new TreeMap<>());
      }

      @Override
      public void close() {}
    };
  }
}
