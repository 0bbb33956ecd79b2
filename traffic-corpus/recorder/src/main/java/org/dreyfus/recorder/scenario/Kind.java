package org.dreyfus.recorder.scenario;

import java.util.Optional;
import org.dreyfus.corpus.Protection;

/**
 * What a flow looks like from outside, and what made it.
 *
 * @param protocol outermost protocol on the wire, in nDPI's or IANA's spelling
 * @param protection of what it carries
 * @param application the program
 * @param carries what a tunnel carries
 */
public record Kind(
    String protocol, Protection protection, String application, Optional<String> carries) {

  public static Kind plain(String protocol, String application) {
    return new Kind(protocol, Protection.PLAIN, application, Optional.empty());
  }

  public static Kind encrypted(String protocol, String application) {
    return new Kind(protocol, Protection.ENCRYPTED, application, Optional.empty());
  }

  public static Kind obfuscated(String protocol, String application) {
    return new Kind(protocol, Protection.OBFUSCATED, application, Optional.empty());
  }

  public static Kind tunnel(String protocol, String application, String carries) {
    return new Kind(protocol, Protection.TUNNELLED, application, Optional.of(carries));
  }
}
