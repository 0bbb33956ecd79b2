/**
 * The lab: hosts in network namespaces, joined by a bridge on which the capture is taken, with no
 * way out.
 *
 * <p>This package must not know scenarios or labels.
 */
@NullMarked
package org.dreyfus.recorder.lab;

import org.jspecify.annotations.NullMarked;
