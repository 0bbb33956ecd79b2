/**
 * Test traffic of our own: flows with made-up addresses and neutral content, sent on one side and
 * awaited on the other. Knows no corpus, no labels, no verdicts.
 */
@NullMarked
package org.dreyfus.inline.traffic;

import org.jspecify.annotations.NullMarked;
