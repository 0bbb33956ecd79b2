package org.dreyfus.scoring;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a settled protocol into block or allow, so that classifier + policy is a blocker. A verdict
 * that already says block or allow stands as it is.
 *
 * @param schemaVersion of the file: 1
 * @param id unique, lower case letters, digits and hyphens
 * @param title for people
 * @param description who would set it so, in one or two sentences
 * @param blocks protocols that are blocked, as the classifier spells them. A name matches the whole
 *     protocol or one side of its dot: nDPI writes {@code TLS.Tor} for Tor inside TLS
 */
public record Policy(
    int schemaVersion, String id, String title, String description, Set<String> blocks) {

  /** The version of policy files that this code reads. */
  public static final int SCHEMA_VERSION = 1;

  /** The classifier's own word and nothing else. */
  public static final Policy OWN =
      new Policy(
          SCHEMA_VERSION,
          "own",
          "The classifier's own word",
          "The classifier itself says what is blocked; a protocol that it only names passes.",
          Set.of());

  public Policy {
    blocks = Collections.unmodifiableSet(new TreeSet<>(blocks));
  }

  /** Whether a flow is blocked that a classifier spoke of so. */
  public boolean blocks(Observation observation) {
    return observation.verdict() == Observation.VerdictKind.BLOCK
        || (observation.verdict() == Observation.VerdictKind.IDENTIFIED
            && observation.protocol().map(this::blocksProtocol).orElse(false));
  }

  /** Whether a flow identified as {@code protocol} is blocked. */
  public boolean blocksProtocol(String protocol) {
    if (blocks.contains(protocol)) {
      return true;
    }
    int dot = protocol.indexOf('.');
    return dot > 0
        && (blocks.contains(protocol.substring(0, dot))
            || blocks.contains(protocol.substring(dot + 1)));
  }
}
