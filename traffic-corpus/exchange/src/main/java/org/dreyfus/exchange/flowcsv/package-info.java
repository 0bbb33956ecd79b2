/**
 * Flows and their labels as one table: a line a flow, UTF-8, RFC 4180, a header with these names in
 * any order.
 *
 * <ul>
 *   <li>{@code src_ip}, {@code src_port}, {@code dest_ip}, {@code dest_port}, {@code proto}: the
 *       5-tuple, in either direction on import; {@code proto} as IANA spells it, or its number.
 *       Instead of these {@code community_id} (v1, seed 0) will do.
 *   <li>{@code start}, {@code end}: times of the first and last packet, seconds since 1970-01-01
 *       UTC with up to nine decimals. On import {@code start} tells flows of the same 5-tuple
 *       apart; without it a line speaks of all of them.
 *   <li>{@code session}, {@code flow}: the session's id and the number of the flow's first frame.
 *   <li>{@code packets}, {@code bytes}: written, and ignored on import.
 *   <li>The fields of {@link org.dreyfus.exchange.labels.LabelFields} and {@link
 *       org.dreyfus.exchange.labels.SessionFields}, and {@code label}, a class in free text.
 * </ul>
 */
@NullMarked
package org.dreyfus.exchange.flowcsv;

import org.jspecify.annotations.NullMarked;
