/** Storage that machines share, started by tests. It must not know what is kept there. */
@NullMarked
package org.dreyfus.cluster.lab;

import org.jspecify.annotations.NullMarked;
