package org.dreyfus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of this process and of its children that ended (proc(5), fields 14 to 17). */
final class ProcessorTime {

  private static final double TICKS_PER_SECOND = 100;
  private static final int FIELDS = 4;

  /** Of those that follow the name: state is the first, user time the twelfth. */
  private static final int USER_TIME = 11;

  private ProcessorTime() {}

  static double seconds() throws IOException {
    String all = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = 0; i < FIELDS; i++) {
      ticks += Long.parseLong(fields[USER_TIME + i]);
    }
    return ticks / TICKS_PER_SECOND;
  }
}
