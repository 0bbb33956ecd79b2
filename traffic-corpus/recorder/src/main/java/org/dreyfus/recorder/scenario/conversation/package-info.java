/** What people and machines say to each other: mail, chat, telephone, names, clocks. */
@NullMarked
package org.dreyfus.recorder.scenario.conversation;

import org.jspecify.annotations.NullMarked;
