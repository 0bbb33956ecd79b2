/**
 * What others call the protocols of labels: nDPI, IANA, Suricata and Wireshark.
 *
 * <p>This package must not know labels, sessions or packets.
 */
@NullMarked
package org.dreyfus.corpus.vocabulary;

import org.jspecify.annotations.NullMarked;
