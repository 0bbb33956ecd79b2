/**
 * Evaluations on Apache Spark. The driver hands out sessions in batches of about the same size;
 * executors open classifiers of their own, evaluate session by session with the same code as the
 * threads of one machine, and keep each result in the run's journal, on storage that all share.
 * Then they gather what the journal holds, chunk by chunk: they write parts of bundles beside it
 * and count partial scores, which the driver puts together. The driver alone does what needs all of
 * a run: it draws services, and makes scorecards of what was counted.
 *
 * <p>This package must not know how a session is evaluated, nor any classifier by name.
 */
@NullMarked
package org.dreyfus.cluster;

import org.jspecify.annotations.NullMarked;
