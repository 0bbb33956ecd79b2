/**
 * Recognises registered works by what identifies them: info-hashes, eD2k hashes, digests of whole
 * files. The kind of blocker that looks at the work and at nothing else.
 *
 * <p>This package must not know labels, corpora, results, nor who may distribute what: it is told
 * what the rights feed says, and no more.
 */
@NullMarked
package org.dreyfus.classifier.reference.contentid;

import org.jspecify.annotations.NullMarked;
