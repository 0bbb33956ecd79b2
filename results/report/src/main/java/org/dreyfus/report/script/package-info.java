/**
 * What makes a page move: the library that draws charts and our own scripts. It knows texts, and
 * nothing of results.
 */
@NullMarked
package org.dreyfus.report.script;

import org.jspecify.annotations.NullMarked;
