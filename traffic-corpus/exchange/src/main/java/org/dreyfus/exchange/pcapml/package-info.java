/**
 * pcapML of the nPrint project: pcapng in which every packet carries one comment that names its
 * sample and what the sample is.
 *
 * <p>A comment is {@code <sample>,<label>} (legacy) or {@code s=<sample>,key=value,...}. What we
 * write is of the second kind. A sample is a flow, or what a session's capture holds beside its
 * flows. Keys are those of {@link org.dreyfus.exchange.labels.LabelFields} and {@link
 * org.dreyfus.exchange.labels.SessionFields} ({@code proc} stands for {@code application}), and
 * {@code session}, {@code frame} (position in the session's capture, from 1), {@code flow}
 * (position of the flow's first frame; 0 for no flow), {@code dir} ({@code forward} from the
 * initiator, {@code backward}) and {@code community_id}. In keys and values a percent sign, a
 * comma, an equals sign and control characters are written as {@code %} and two hex digits. The
 * works of the catalogue stand in comments of the section, each as {@code dreyfus-work} and JSON.
 *
 * <p>Labels are in the file: it must never be handed to a classifier as it is.
 */
@NullMarked
package org.dreyfus.exchange.pcapml;

import org.jspecify.annotations.NullMarked;
