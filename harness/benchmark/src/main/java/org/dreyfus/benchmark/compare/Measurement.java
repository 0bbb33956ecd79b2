package org.dreyfus.benchmark.compare;

/**
 * What one run took.
 *
 * @param userSeconds processor time outside the kernel, of the program and what it started
 * @param systemSeconds inside it
 * @param wallSeconds from start to end
 * @param peakBytes largest resident set of any of its processes
 */
record Measurement(double userSeconds, double systemSeconds, double wallSeconds, long peakBytes) {

  double processorSeconds() {
    return userSeconds + systemSeconds;
  }
}
