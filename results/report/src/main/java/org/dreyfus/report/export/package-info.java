/**
 * Where modules that are not always installed add outputs. It knows stored bundles, and none of
 * those modules.
 */
@NullMarked
package org.dreyfus.report.export;

import org.jspecify.annotations.NullMarked;
