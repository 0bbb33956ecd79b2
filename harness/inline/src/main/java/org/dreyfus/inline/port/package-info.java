/** Network interfaces: sending and receiving whole frames. */
@NullMarked
package org.dreyfus.inline.port;

import org.jspecify.annotations.NullMarked;
