/**
 * Packets made of facts about packets, for data sets that publish no captures: true addresses,
 * ports, lengths and order; what the source does not tell is left out or zero.
 *
 * <p>This package must not know any one data set.
 */
@NullMarked
package org.dreyfus.exchange.rebuilt;

import org.jspecify.annotations.NullMarked;
