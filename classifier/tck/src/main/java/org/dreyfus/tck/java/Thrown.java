package org.dreyfus.tck.java;

/** Words for what a classifier threw. */
public final class Thrown {

  private static final int LONGEST = 250;

  private Thrown() {}

  /**
   * One line.
   *
   * @param call the method that threw it
   */
  public static String words(String call, Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    String line =
        "%s: %s%s".formatted(call, String.valueOf(thrown), place).replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
