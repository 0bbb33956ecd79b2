/** Results for other programs: CSV, Markdown, JUnit XML. It knows stored bundles, and no run. */
@NullMarked
package org.dreyfus.report.text;

import org.jspecify.annotations.NullMarked;
