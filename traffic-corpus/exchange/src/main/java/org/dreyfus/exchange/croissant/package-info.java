/**
 * Metadata of a corpus in MLCommons Croissant 1.0, so that search engines and loaders for machine
 * learning understand it. Source: http://mlcommons.org/croissant/1.0.
 *
 * <p>This package must not know packets.
 */
@NullMarked
package org.dreyfus.exchange.croissant;

import org.jspecify.annotations.NullMarked;
