/**
 * What a vendor hands in, and the ledger of attempts: nothing that was tried disappears, and nobody
 * chooses the seed. Knows no labels and no results.
 */
@NullMarked
package org.dreyfus.cli.submission;

import org.jspecify.annotations.NullMarked;
