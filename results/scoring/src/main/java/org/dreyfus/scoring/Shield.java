package org.dreyfus.scoring;

import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.Protection;

/** What a box on the wire can see of the content: the classes in which pairs are counted. */
public enum Shield {
  /** The bytes of the work. */
  PLAIN,
  /** An encrypted protocol that says what it is. */
  ENCRYPTED,
  /** A protocol that hides what it is, or a tunnel. */
  OBFUSCATED_OR_TUNNELLED;

  /** Empty when the content of a session is shielded in more than one way, or nobody knows how. */
  static Optional<Shield> of(Set<Protection> protections) {
    if (protections.equals(Set.of(Protection.PLAIN))) {
      return Optional.of(PLAIN);
    } else if (protections.equals(Set.of(Protection.ENCRYPTED))) {
      return Optional.of(ENCRYPTED);
    }
    boolean hidden =
        !protections.isEmpty()
            && Set.of(Protection.OBFUSCATED, Protection.TUNNELLED).containsAll(protections);
    return hidden ? Optional.of(OBFUSCATED_OR_TUNNELLED) : Optional.empty();
  }
}
