/**
 * A static leaderboard over published bundles. It knows bundles and what their keeper says of them.
 */
@NullMarked
package org.dreyfus.report.site;

import org.jspecify.annotations.NullMarked;
