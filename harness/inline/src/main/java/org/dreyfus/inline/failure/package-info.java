/**
 * What becomes of traffic when a device fails, or is made to: killed, stopped, starved, overloaded.
 * Knows flows by their names and whether they passed; not what they carry.
 */
@NullMarked
package org.dreyfus.inline.failure;

import org.jspecify.annotations.NullMarked;
