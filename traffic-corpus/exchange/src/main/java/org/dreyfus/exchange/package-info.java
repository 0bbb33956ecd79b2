/**
 * Corpora to and from the formats of others. It reads and writes labels; it knows neither
 * classifiers nor results.
 */
@NullMarked
package org.dreyfus.exchange;

import org.jspecify.annotations.NullMarked;
