package org.dreyfus.benchmark.compare;

import java.util.List;

/**
 * A whole comparison, as it is written to {@code comparison.json}.
 *
 * @param runs measured a program and capture, but for those measured once
 * @param leftOut one line a program that could not take part, with what adds it
 */
record Comparison(
    MachineFacts machine, int runs, List<CaptureResult> captures, List<String> leftOut) {}
