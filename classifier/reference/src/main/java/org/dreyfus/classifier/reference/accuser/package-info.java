/**
 * Accuses hosts by what others say of them: the way in which notices of infringement were sent.
 *
 * <p>This package must not know labels, corpora or results, nor what any host did.
 */
@NullMarked
package org.dreyfus.classifier.reference.accuser;

import org.jspecify.annotations.NullMarked;
