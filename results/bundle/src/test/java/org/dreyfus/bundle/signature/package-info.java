@NullMarked
package org.dreyfus.bundle.signature;

import org.jspecify.annotations.NullMarked;
