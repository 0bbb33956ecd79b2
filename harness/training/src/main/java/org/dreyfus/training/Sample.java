package org.dreyfus.training;

/**
 * One flow to learn from.
 *
 * @param values what it looks like
 * @param infringing whether its session moves unlicensed works
 */
record Sample(double[] values, boolean infringing) {}
