package org.dreyfus.cli;

import java.util.Optional;
import java.util.function.BiConsumer;
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
    return new RunBars(new Bar(unit), new Bar("results"));
  }

  /** One bar for each of the two parts of a run. */
  private record RunBars(Bar evaluated, Bar gathered) implements RunProgress {

    @Override
    public void finished(int sessions, int all) {
      evaluated.finished(sessions, all);
    }

    @Override
    public void gathered(int sessions, int all) {
      gathered.finished(sessions, all);
    }
  }

  /** A bar on a terminal that may be filled several times; nothing elsewhere. */
  static BiConsumer<Integer, Integer> bars(String unit) {
    return isInteractive() ? new Bars(unit) : (done, all) -> {};
  }

  /** One bar after the other. */
  private static final class Bars implements BiConsumer<Integer, Integer> {
    private final String unit;
    private RunProgress current;
    private int last;

    Bars(String unit) {
      this.unit = unit;
      this.current = new Bar(unit);
    }

    @Override
    public void accept(Integer done, Integer all) {
      if (done != last) {
        last = done;
        current.finished(done, all);
        if (done.equals(all)) {
          current = new Bar(unit);
        }
      }
    }
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
