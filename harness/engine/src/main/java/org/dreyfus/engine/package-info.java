/**
 * Corpus x classifiers to observations: in parallel, blinded, resumable. The only place that sees
 * packets, verdicts and labels at once; labels are joined to verdicts after a session's pass is
 * over.
 *
 * <p>This package must not know any classifier by name, nor how results look on a page.
 */
@NullMarked
package org.dreyfus.engine;

import org.jspecify.annotations.NullMarked;
