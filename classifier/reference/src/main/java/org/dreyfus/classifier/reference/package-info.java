/**
 * Yardsticks: classifiers whose errors are known beforehand.
 *
 * <p>This package must not know labels, corpora or results.
 */
@NullMarked
package org.dreyfus.classifier.reference;

import org.jspecify.annotations.NullMarked;
