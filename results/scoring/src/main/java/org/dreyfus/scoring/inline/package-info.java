/** What was seen of a device on the wire: facts, no judgement. */
@NullMarked
package org.dreyfus.scoring.inline;

import org.jspecify.annotations.NullMarked;
