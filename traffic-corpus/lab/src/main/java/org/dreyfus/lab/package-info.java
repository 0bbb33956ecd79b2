/**
 * Network namespaces of our own: named after the process that made them, removed whatever ends it.
 */
@NullMarked
package org.dreyfus.lab;

import org.jspecify.annotations.NullMarked;
