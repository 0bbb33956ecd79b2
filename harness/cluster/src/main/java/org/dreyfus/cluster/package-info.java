/**
 * Evaluations on Apache Spark. The driver hands out sessions in batches of about the same size;
 * executors open classifiers of their own, evaluate session by session with the same code as the
 * threads of one machine, and keep each result in the run's journal, on storage that all share.
 * From there the driver takes them. What needs all sessions at once is done by the driver: the
 * drawing of services, and all scoring (intervals and bootstrap over clusters, randomisation over
 * pairs, the protocol ceiling).
 *
 * <p>This package must not know how a session is evaluated, nor any classifier by name.
 */
@NullMarked
package org.dreyfus.cluster;

import org.jspecify.annotations.NullMarked;
