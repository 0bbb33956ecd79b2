package org.dreyfus.exchange.croissant;

import java.time.LocalDate;

/**
 * What Croissant requires and a corpus does not know.
 *
 * @param url page of the corpus
 * @param creator who made it
 * @param datePublished when it was, or is to be, published
 */
public record Publication(String url, String creator, LocalDate datePublished) {}
