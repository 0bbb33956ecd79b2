/**
 * What was delivered to a plugin so far, by flow, and what it said of each: finds the flow that a
 * line names and the point at which it was decided.
 */
@NullMarked
package org.dreyfus.external.delivery;

import org.jspecify.annotations.NullMarked;
