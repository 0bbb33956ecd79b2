/**
 * Classifiers that were trained: what they look at, the models that they are handed, and their
 * verdicts.
 *
 * <p>This package must not know labels, sessions, corpora, nor how a model was learnt.
 */
@NullMarked
package org.dreyfus.training.classifier;

import org.jspecify.annotations.NullMarked;
