/**
 * A box on the wire in software: bridges two interfaces and asks a classifier, or does what the
 * record says that boxes did. Must not know labels.
 */
@NullMarked
package org.dreyfus.inline.appliance;

import org.jspecify.annotations.NullMarked;
