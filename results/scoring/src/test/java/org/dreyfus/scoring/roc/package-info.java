/** Tests of steps. */
@NullMarked
package org.dreyfus.scoring.roc;

import org.jspecify.annotations.NullMarked;
