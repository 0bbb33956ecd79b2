/** The rules as checks: each looks at what trials saw and says what it means for one rule. */
@NullMarked
package org.dreyfus.tck.check;

import org.jspecify.annotations.NullMarked;
