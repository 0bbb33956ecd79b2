package org.dreyfus.scoring;

import java.util.Set;

/**
 * Turns a settled protocol into block or allow, so that classifier + policy is a blocker. A verdict
 * that already says block or allow stands as it is.
 *
 * @param schemaVersion of the file: 1
 * @param id unique, lower case letters, digits and hyphens
 * @param title for people
 * @param description who would set it so, in one or two sentences
 * @param blocks protocols that are blocked, as the classifier spells them; a name without a dot
 *     also matches what follows a dot, as nDPI writes {@code TLS.Tor}
 */
public record Policy(
    int schemaVersion, String id, String title, String description, Set<String> blocks) {}
