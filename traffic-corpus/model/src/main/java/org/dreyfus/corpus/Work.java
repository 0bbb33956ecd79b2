package org.dreyfus.corpus;

/**
 * One piece of content and its rights: an entry of {@code works.json}.
 *
 * @param id unique within the corpus
 * @param title as a player or a search would show it
 * @param mediaType IANA media type: {@code "video/x-matroska"}
 * @param sizeBytes length of the file
 * @param sha256 digest of the file, lower-case hex
 * @param legalStatus of distributing it without asking
 * @param legalBasis why
 * @param rights the sentence that stands in the rights catalogue
 * @param madeBy how the file was made, so that it can be made again
 */
public record Work(
    String id,
    String title,
    String mediaType,
    long sizeBytes,
    String sha256,
    LegalStatus legalStatus,
    LegalBasis legalBasis,
    String rights,
    String madeBy) {}
