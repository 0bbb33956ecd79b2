package org.dreyfus.external;

import java.util.Optional;
import org.dreyfus.external.delivery.Ledger;

/** Says from how a plugin ended whether being undecided was its answer. */
final class Judgement {

  private final Pace pace;
  private final Ledger ledger;
  private final Launched plugin;
  private final Timing timing;

  Judgement(Pace pace, Ledger ledger, Launched plugin, Timing timing) {
    this.pace = pace;
    this.ledger = ledger;
    this.plugin = plugin;
    this.timing = timing;
  }

  /**
   * @param fedToTheEnd whether it took all packets, and acknowledged those it had to
   */
  Optional<Failure> of(Optional<Ending> ending, boolean fedToTheEnd) {
    boolean outOfMemory = ending.map(Ending::outOfMemory).orElse(false);
    if (outOfMemory) {
      return Optional.of(crashed(Breach.OUT_OF_MEMORY, ending));
    }
    Optional<Breach> stopped = pace.stopped().map(cause -> withoutMarkers(cause, fedToTheEnd));
    if (stopped.isPresent()) {
      return Optional.of(stopped(stopped.get(), ending));
    } else if (ending.isEmpty() || ending.get().exitCode() != 0) {
      return Optional.of(crashed(Breach.FAILED, ending));
    } else if (!fedToTheEnd) {
      return Optional.of(crashed(Breach.LEFT_EARLY, ending));
    }
    return Optional.empty();
  }

  /** Who never wrote a marker has not run out of time: nothing more was sent. */
  private Breach withoutMarkers(Breach cause, boolean fedToTheEnd) {
    boolean silent = timing == Timing.LOCKSTEP && !fedToTheEnd && ledger.acknowledged() == 0;
    return cause == Breach.OUT_OF_TIME && silent ? Breach.NO_MARKER : cause;
  }

  private Failure stopped(Breach cause, Optional<Ending> ending) {
    return switch (cause) {
      case OUT_OF_TIME, STOPPED_READING, NO_MARKER -> {
        String words = words(cause, ending);
        ledger.breach(cause, words);
        yield new Failure.TimedOut(words);
      }
      default -> crashed(cause, ending);
    };
  }

  private Failure crashed(Breach cause, Optional<Ending> ending) {
    String words = words(cause, ending);
    ledger.breach(cause, words);
    return new Failure.Crashed(words);
  }

  private String words(Breach cause, Optional<Ending> ending) {
    StringBuilder words = new StringBuilder(cause.words());
    if (cause == Breach.FAILED) {
      words.append(ending.map(how -> ": exit code " + how.exitCode()).orElse(": never ended"));
    }
    String last = lastLine(plugin.log());
    return last.isEmpty() ? words.toString() : words + "; its log ends: " + last;
  }

  private static String lastLine(String log) {
    String clean = log.strip();
    String last = clean.substring(clean.lastIndexOf('\n') + 1);
    String printable = last.replaceAll("\\p{Cntrl}+", " ");
    return printable.length() <= 200 ? printable : printable.substring(0, 200);
  }
}
