/**
 * Files on what Hadoop can reach ({@code hdfs:}, {@code s3a:} and others), seen as {@link
 * java.nio.file.Path}, so that corpora are read and sessions kept there by the code that does it on
 * this machine's disks.
 *
 * <p>This package must not know what the files hold.
 */
@NullMarked
package org.dreyfus.cluster.storage;

import org.jspecify.annotations.NullMarked;
