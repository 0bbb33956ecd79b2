package org.dreyfus.external;

import java.util.OptionalLong;

/**
 * How a plugin ended.
 *
 * @param exitCode 0 when all went well; 128 and the signal's number when a signal ended it
 * @param outOfMemory whether it was ended because it used more memory than it may
 * @param peakMemoryBytes the most it was seen to use, where that is known
 */
public record Ending(int exitCode, boolean outOfMemory, OptionalLong peakMemoryBytes) {}
