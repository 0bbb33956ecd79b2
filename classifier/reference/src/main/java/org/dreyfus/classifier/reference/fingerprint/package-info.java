/**
 * Fingerprints of peer-to-peer networks: what the first bytes of a stream, or a datagram, give away
 * by the networks' own specifications; and what noise looks like.
 *
 * <p>This package must not know policies, lists, labels, corpora or results: it says what something
 * is, never what is to be done about it.
 */
@NullMarked
package org.dreyfus.classifier.reference.fingerprint;

import org.jspecify.annotations.NullMarked;
