/**
 * Public data sets whose labels stand in paths or beside the packets, read by a mapping: a small
 * JSON file that says which path gives which label, and where each such fact comes from.
 *
 * <p>This package must not know any one label; the mappings do.
 */
@NullMarked
package org.dreyfus.exchange.mapped;

import org.jspecify.annotations.NullMarked;
