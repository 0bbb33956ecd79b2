package org.dreyfus.lab;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Moves the calling thread into a network namespace: setns(2). Other threads stay where they are.
 */
public final class Namespaces {

  private static final int CLONE_NEWNET = 0x40000000;
  private static final int O_RDONLY = 0;

  private Namespaces() {}

  /** The calls that are needed of the C library. */
  interface C extends Library {
    C LIBRARY = Native.load("c", C.class);

    int open(String path, int flags) throws LastErrorException;

    int setns(int descriptor, int type) throws LastErrorException;

    int close(int descriptor) throws LastErrorException;
  }

  public static void enter(String namespace) {
    try {
      int descriptor = C.LIBRARY.open("/run/netns/" + namespace, O_RDONLY);
      try {
        C.LIBRARY.setns(descriptor, CLONE_NEWNET);
      } finally {
        C.LIBRARY.close(descriptor);
      }
    } catch (LastErrorException e) {
      throw new LabException("namespace " + namespace + " cannot be entered", e);
    }
  }
}
