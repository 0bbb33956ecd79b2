package org.dreyfus.capture.inspect;

/** Words for what a classifier threw. */
final class Crash {

  private static final int LONGEST = 300;

  private Crash() {}

  /**
   * One line: type, message and place.
   *
   * @throws VirtualMachineError when it was one and not a stack overflow: then the machine, not the
   *     classifier, is at its end
   */
  static String describe(Throwable thrown) {
    if (thrown instanceof VirtualMachineError fatal && !(fatal instanceof StackOverflowError)) {
      throw fatal;
    }
    String line = (thrown.getClass().getName() + message(thrown) + place(thrown));
    String clean = line.replaceAll("\\p{Cntrl}+", " ");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }

  /** A foreign class may fail even here. */
  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : ": " + message;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return "";
    }
  }

  private static String place(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
