@NullMarked
package org.dreyfus.external.delivery;

import org.jspecify.annotations.NullMarked;
