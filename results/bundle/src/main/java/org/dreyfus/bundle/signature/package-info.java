/**
 * Signatures of bundles: an in-toto statement over the digests of all files in a DSSE envelope. A
 * signature proves who published a bundle, never that the run was honest.
 */
@NullMarked
package org.dreyfus.bundle.signature;

import org.jspecify.annotations.NullMarked;
