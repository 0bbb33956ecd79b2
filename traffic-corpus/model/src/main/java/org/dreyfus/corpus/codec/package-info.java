/**
 * Strict JSON for records: unknown and missing fields are errors that name file, line and column.
 * Also the JSON Schema of a record, from the record itself.
 *
 * <p>This package must not know what the records mean.
 */
@NullMarked
package org.dreyfus.corpus.codec;

import org.jspecify.annotations.NullMarked;
