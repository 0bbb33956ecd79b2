package org.dreyfus.classifier.ndpi;

import com.sun.jna.Function;
import com.sun.jna.Pointer;

/**
 * How much room the C library gave to what was allocated: malloc_usable_size(3), glibc and musl.
 */
final class AllocatedSize {

  private AllocatedSize() {}

  /** In bytes; 0 where the C library does not tell. */
  static long of(Pointer allocated) {
    try {
      return Function.getFunction("c", "malloc_usable_size").invokeLong(new Object[] {allocated});
    } catch (UnsatisfiedLinkError e) {
      return 0;
    }
  }
}
