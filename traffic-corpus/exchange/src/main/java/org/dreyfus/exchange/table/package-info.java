/**
 * Comma-separated values as RFC 4180 describes them.
 *
 * <p>This package must not know what columns mean.
 */
@NullMarked
package org.dreyfus.exchange.table;

import org.jspecify.annotations.NullMarked;
