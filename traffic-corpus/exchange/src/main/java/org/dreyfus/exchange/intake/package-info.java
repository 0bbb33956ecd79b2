/**
 * Makes a corpus of foreign captures: whatever the source, an imported set is a corpus like any
 * other.
 *
 * <p>This package must not know any one format.
 */
@NullMarked
package org.dreyfus.exchange.intake;

import org.jspecify.annotations.NullMarked;
