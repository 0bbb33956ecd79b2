/**
 * Clouseau in the two editions that SafeMedia described: reconstructions from public statements,
 * built to show the three findings of CITI TR 09-01. They say nothing new about the vendor's
 * device.
 *
 * <p>This package must not know labels, corpora or results. What it knows of listed networks it is
 * told through its configuration.
 */
@NullMarked
package org.dreyfus.classifier.reference.clouseau;

import org.jspecify.annotations.NullMarked;
