/** A vendor's own tests, outside the kit's package. */
@NullMarked
package org.dreyfus.vendor;

import org.jspecify.annotations.NullMarked;
