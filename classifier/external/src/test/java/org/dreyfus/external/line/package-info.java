@NullMarked
package org.dreyfus.external.line;

import org.jspecify.annotations.NullMarked;
