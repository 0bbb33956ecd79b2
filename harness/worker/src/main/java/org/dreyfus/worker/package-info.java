/**
 * The process in which a Java plugin runs: packets in on standard input, lines out on standard
 * output, by the stream contract. It sees packets, never labels.
 */
@NullMarked
package org.dreyfus.worker;

import org.jspecify.annotations.NullMarked;
