/** A device under test between two network namespaces, and the devices that are shipped. */
@NullMarked
package org.dreyfus.inline.lab;

import org.jspecify.annotations.NullMarked;
