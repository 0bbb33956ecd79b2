/**
 * Plugins in containers: a Docker engine of this machine runs an image of which nothing is trusted,
 * with no network, no capability, nothing to write to but a bounded {@code /tmp}, and limits on
 * memory, processor and processes. What a vendor must know stands in {@code
 * classifier/CONTAINERS.md}.
 *
 * <p>Nothing here knows packets, verdicts or lines: bytes go in and bytes come out. Nothing is ever
 * fetched from a registry.
 */
@NullMarked
package org.dreyfus.external.container;

import org.jspecify.annotations.NullMarked;
