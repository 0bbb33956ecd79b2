package org.dreyfus.inline.failure;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.List;
import org.dreyfus.inline.lab.DeviceException;

/** Signals to processes: kill(2), with Linux's numbers on x86 and ARM. */
enum Signal {
  KILL(9),
  CONTINUE(18),
  STOP(19);

  private final int number;

  Signal(int number) {
    this.number = number;
  }

  /** The call that is needed of the C library. */
  interface C extends Library {
    C LIBRARY = Native.load("c", C.class);

    int kill(int process, int signal) throws LastErrorException;
  }

  /** To all that still run. */
  void send(List<ProcessHandle> processes) {
    for (ProcessHandle process : processes) {
      if (process.isAlive()) {
        try {
          C.LIBRARY.kill((int) process.pid(), number);
        } catch (LastErrorException e) {
          if (process.isAlive()) {
            throw new DeviceException(
                "process %d of the device cannot be sent SIG%s; run as root"
                    .formatted(process.pid(), this == CONTINUE ? "CONT" : name()),
                e);
          }
        }
      }
    }
  }
}
