/**
 * The protocol ceiling: the best that any box can do which sees only protocols. EVIDENCE, The
 * protocol ceiling. It knows sessions by what they look like, and nothing of classifiers.
 */
@NullMarked
package org.dreyfus.scoring.ceiling;

import org.jspecify.annotations.NullMarked;
