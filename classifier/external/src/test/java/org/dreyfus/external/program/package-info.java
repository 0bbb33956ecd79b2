@NullMarked
package org.dreyfus.external.program;

import org.jspecify.annotations.NullMarked;
