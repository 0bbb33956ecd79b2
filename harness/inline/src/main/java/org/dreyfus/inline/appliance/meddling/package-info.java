/**
 * What the record says that companies against file sharing did on networks, for tests that must
 * find it out: decoy answers, and a flood of one tracker. Runs in networks that this program made
 * and nowhere else. Must not know labels.
 */
@NullMarked
package org.dreyfus.inline.appliance.meddling;

import org.jspecify.annotations.NullMarked;
