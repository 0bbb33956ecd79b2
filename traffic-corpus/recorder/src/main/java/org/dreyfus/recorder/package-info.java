/**
 * Records a corpus: runs scenarios in the lab, labels what was captured by how it was made, and
 * writes sessions.
 *
 * <p>This package must not know classifiers: a label never comes from one.
 */
@NullMarked
package org.dreyfus.recorder;

import org.jspecify.annotations.NullMarked;
