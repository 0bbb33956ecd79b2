package org.dreyfus.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.inline.appliance.BlockRule;
import org.dreyfus.inline.appliance.BlockingBox;
import org.dreyfus.inline.appliance.Box;
import org.dreyfus.inline.appliance.Failing;
import org.dreyfus.inline.appliance.meddling.MediaDefender;
import org.dreyfus.scoring.Policy;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an appliance does: the options that say so. */
final class BoxOptions {

  private static final int LEAST_FLOWS = 2;

  @Mixin private DeciderOptions decider;

  @Option(
      names = "--like",
      paramLabel = "mediadefender",
      description = {
        "Instead of a classifier: what the record tells of. 'mediadefender' passes everything,",
        "answers requests for peers with decoys and floods trackers; in a lab only. Takes the",
        "options rate (SYNs a second), most (in all), peers (in an answer) and seed."
      })
  private Optional<Likeness> like;

  @Option(
      names = "--policy",
      paramLabel = "ID|FILE",
      description = "Which protocols are blocked (default: none; the classifier's own word).")
  private Optional<String> policy;

  @Option(names = "--rst", description = "Reset blocked TCP connections for both ends.")
  private boolean resets;

  @Option(
      names = "--fail",
      defaultValue = "open",
      paramLabel = "open|closed",
      description = {
        "When the classifier crashes or takes too long: everything passes (open), or nothing of",
        "undecided flows does (closed). Default: ${DEFAULT-VALUE}."
      })
  private Failing failing;

  @Option(
      names = "--max-flows",
      defaultValue = "1000000",
      paramLabel = "N",
      description =
          "When it remembers so many, all that are not blocked are forgotten (default:"
              + " ${DEFAULT-VALUE}).")
  private int maxFlows;

  BoxOptions() {
    this.like = Optional.empty();
    this.policy = Optional.empty();
    this.decider = new DeciderOptions();
    this.failing = Failing.OPEN;
  }

  /** The names stand on the command line. */
  enum Likeness {
    mediadefender
  }

  /** A box, and what must be closed after it. */
  record Opened(Box box, List<Plugins.Opened> plugins) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      box.close();
      for (Plugins.Opened plugin : plugins) {
        plugin.close();
      }
    }
  }

  /**
   * @param log takes lines for people
   */
  Opened open(Consumer<String> log) throws IOException {
    if (maxFlows < LEAST_FLOWS) {
      throw new CommandFailure(ExitCode.USAGE, "--max-flows must be at least " + LEAST_FLOWS);
    }
    List<Plugins.Opened> opened = decider.open();
    try {
      return new Opened(like.isPresent() ? meddling() : blocking(opened, log), opened);
    } catch (IOException | RuntimeException e) {
      for (Plugins.Opened plugin : opened) {
        plugin.close();
      }
      throw e;
    }
  }

  private Box meddling() {
    if (decider.isChosen() || policy.isPresent()) {
      throw new CommandFailure(
          ExitCode.USAGE, "--like needs no --classifier, --plugin or --policy: it blocks nothing");
    }
    return new MediaDefender(
        new MediaDefender.Settings(
            (int) number("rate", 2_000, 100_000),
            number("most", 20_000, 10_000_000),
            (int) number("peers", 8, 100),
            number("seed", 1, Long.MAX_VALUE)));
  }

  private long number(String option, long otherwise, long most) {
    String text = decider.options().getOrDefault(option, Long.toString(otherwise));
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "--option %s=%s: a whole number from 0 to %d is needed".formatted(option, text, most));
  }

  private Box blocking(List<Plugins.Opened> opened, Consumer<String> log) throws IOException {
    Policy rule =
        policy.isPresent()
            ? InputFiles.policy(Installation.data(Installation.policies(), "policy", policy.get()))
            : Policy.OWN;
    BlockingBox.Settings settings =
        new BlockingBox.Settings(BlockRule.of(rule::blocksProtocol), failing, resets, maxFlows);
    return new BlockingBox(decider.watchers(opened), settings, log);
  }

  /** See {@link DeciderOptions#isApart}. */
  boolean isApart() {
    return decider.isApart();
  }
}
