/**
 * What a device can carry: packets and new flows a second, flows at once, and how long packets
 * take. Knows no corpus and no verdicts; what its traffic looks like must not matter to the device.
 */
@NullMarked
package org.dreyfus.inline.load;

import org.jspecify.annotations.NullMarked;
