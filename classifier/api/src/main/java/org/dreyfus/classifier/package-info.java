/**
 * The plugin contract: everything a vendor compiles against, and nothing else.
 *
 * <p>A vendor implements {@link org.dreyfus.classifier.Classifier} and {@link
 * org.dreyfus.classifier.ClassifierProvider}, names the provider in {@code
 * META-INF/services/org.dreyfus.classifier.ClassifierProvider}, and is done.
 *
 * <p>This package must not know labels, corpora, results or any library. What a plugin can see here
 * is all it may use to decide.
 */
@NullMarked
package org.dreyfus.classifier;

import org.jspecify.annotations.NullMarked;
