/**
 * Observations as Apache Parquet, written by DuckDB. It knows stored bundles, and no run. Optional:
 * its library is too large for everybody to carry.
 */
@NullMarked
package org.dreyfus.parquet;

import org.jspecify.annotations.NullMarked;
