package org.dreyfus.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.dreyfus.engine.RunProgress;

/** What is shown while people wait: a bar on a terminal, nothing elsewhere. */
final class Terminal {

  private Terminal() {}

  static boolean isInteractive() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  static RunProgress progress(Output output, String unit) {
    if (!isInteractive()) {
      return (done, all) -> {
        if (done == all) {
          output.message("dreyfus: " + all + " " + unit + " done");
        }
      };
    }
    return new Bar(unit);
  }

  /** A progress bar on standard error that goes away when it is full. */
  private static final class Bar implements RunProgress {
    private final String unit;
    private Optional<ProgressBar> bar = Optional.empty();

    Bar(String unit) {
      this.unit = unit;
    }

    @Override
    public synchronized void finished(int done, int all) {
      ProgressBar shown =
          bar.orElseGet(
              () ->
                  new ProgressBarBuilder()
                      .setTaskName(unit)
                      .setInitialMax(all)
                      .setStyle(ProgressBarStyle.ASCII)
                      .clearDisplayOnFinish()
                      .build());
      bar = Optional.of(shown);
      shown.stepTo(done);
      if (done == all) {
        shown.close();
      }
    }
  }
}
