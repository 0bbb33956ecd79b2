@NullMarked
package org.dreyfus.external.descriptor;

import org.jspecify.annotations.NullMarked;
