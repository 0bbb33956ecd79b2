/**
 * What a traffic corpus is: works and their rights, scenarios, sessions, hosts, and the label of
 * every flow; how they stand on disk; and the checks that a corpus must pass.
 *
 * <p>This package must not know packets, classifiers or results.
 */
@NullMarked
package org.dreyfus.corpus;

import org.jspecify.annotations.NullMarked;
