/**
 * The conformance kit: holds a plugin to the rules of {@code classifier/STREAM.md} and {@code
 * classifier/README.md}, with captures of its own making. Knows no corpus and no label.
 */
@NullMarked
package org.dreyfus.tck;

import org.jspecify.annotations.NullMarked;
