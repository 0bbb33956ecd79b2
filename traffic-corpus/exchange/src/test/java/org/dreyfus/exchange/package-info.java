/** What tests of several formats share. */
@NullMarked
package org.dreyfus.exchange;

import org.jspecify.annotations.NullMarked;
