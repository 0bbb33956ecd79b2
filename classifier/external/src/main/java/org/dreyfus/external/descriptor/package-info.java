/**
 * {@code plugin.json}, the file with which a vendor hands in a plugin, and the frozen copy of the
 * folder around it.
 */
@NullMarked
package org.dreyfus.external.descriptor;

import org.jspecify.annotations.NullMarked;
