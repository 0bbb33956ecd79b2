/**
 * The result bundle: the directory that holds a run. Codec, schemas, digests, and the proof that a
 * scorecard follows from its observations.
 *
 * <p>This package must not know how a run was made, nor how a page looks.
 */
@NullMarked
package org.dreyfus.bundle;

import org.jspecify.annotations.NullMarked;
