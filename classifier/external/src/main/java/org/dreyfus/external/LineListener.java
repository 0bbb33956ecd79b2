package org.dreyfus.external;

import java.io.IOException;
import java.io.InputStream;
import org.dreyfus.external.delivery.Ledger;
import org.dreyfus.external.line.InvalidLineException;
import org.dreyfus.external.line.Line;
import org.dreyfus.external.line.LineParser;
import org.dreyfus.external.line.LineSplitter;

/** Hands a plugin's lines to the ledger and counts those that are none. */
final class LineListener implements LineSplitter.Receiver {

  private static final int MOST_INVALID_IN_A_ROW = 100;

  private final LineParser parser = new LineParser();
  private final Ledger ledger;
  private final Runnable whenFlooded;
  private int invalidInARow;

  private LineListener(Ledger ledger, Runnable whenFlooded) {
    this.ledger = ledger;
    this.whenFlooded = whenFlooded;
  }

  /**
   * Listens on a thread of its own until the plugin's output ends.
   *
   * @param whenFlooded called when too many lines in a row were none
   */
  static Thread start(Launched plugin, Ledger ledger, Runnable whenFlooded) {
    LineListener listener = new LineListener(ledger, whenFlooded);
    Thread thread = new Thread(() -> listener.listen(plugin), "plugin-output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void listen(Launched plugin) {
    try (InputStream output = plugin.output()) {
      new LineSplitter().read(output, this);
    } catch (IOException brokenOff) {
      // The plugin was ended, or its output closed in the middle: there is no more to hear.
    } finally {
      ledger.outputIsOver();
    }
  }

  @Override
  public void line(byte[] bytes, int length) {
    Line line;
    try {
      line = parser.parse(bytes, length);
    } catch (InvalidLineException e) {
      invalid(e.breach(), e.problem());
      return;
    }
    invalidInARow = 0;
    ledger.accept(line);
  }

  @Override
  public void tooLong() {
    invalid(Breach.LINE_TOO_LONG, "more than " + LineSplitter.LONGEST_LINE + " bytes");
  }

  private void invalid(Breach breach, String example) {
    ledger.breach(breach, example);
    if (++invalidInARow == MOST_INVALID_IN_A_ROW) {
      whenFlooded.run();
    }
  }
}
