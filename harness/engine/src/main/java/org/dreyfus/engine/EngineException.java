package org.dreyfus.engine;

/** A run that cannot go on. The message names what and where, and says what to do. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean plugin;

  private EngineException(boolean plugin, String message, Throwable cause) {
    super(message, cause);
    this.plugin = plugin;
  }

  /** A classifier cannot be opened. */
  static EngineException pluginCannotStart(String classifier, Throwable cause) {
    return new EngineException(
        true, "classifier '%s' cannot start: %s".formatted(classifier, cause.getMessage()), cause);
  }

  /** A session's capture or labels are damaged. */
  public static EngineException badSession(String session, String problem) {
    return new EngineException(
        false,
        "session '%s': %s; check the corpus with: dreyfus corpus validate"
            .formatted(session, problem),
        new IllegalStateException(problem));
  }

  /**
   * What another machine reported.
   *
   * @param plugin whether a classifier is at fault
   * @param message names what and where, and says what to do
   */
  public static EngineException reported(boolean plugin, String message) {
    return new EngineException(plugin, message, new IllegalStateException(message));
  }

  /** What a session's thread threw: ours as it is, anything else is a fault of this program. */
  static RuntimeException unwrap(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof EngineException ours) {
        return ours;
      }
    }
    return cause instanceof IllegalStateException known ? known : new IllegalStateException(cause);
  }

  /** True when a classifier is at fault, false when the corpus is. */
  public boolean isPlugin() {
    return plugin;
  }
}
