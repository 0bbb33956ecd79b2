@NullMarked
package org.dreyfus.scoring.ceiling;

import org.jspecify.annotations.NullMarked;
