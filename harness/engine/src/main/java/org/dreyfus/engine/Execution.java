package org.dreyfus.engine;

import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.Limits;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.Timing;

/** Where a classifier runs. */
public sealed interface Execution {

  /** What the classifier says of itself. */
  ClassifierDescriptor descriptor();

  /** What keeps it from this machine, in words. */
  String isolation();

  /** What decides, beside options and feeds, which run it is. */
  String identity();

  /**
   * The same over one stream of so many sessions: under a name of its own, with the time for all.
   */
  Execution interleaved(int sessions);

  /**
   * In this process: trusted code, one pass over a capture for all of them.
   *
   * @param digest SHA-256 of what a vendor handed in, lower-case hex; empty for bundled classifiers
   */
  record InProcess(ClassifierProvider provider, String digest) implements Execution {

    /** A classifier of this program. */
    public InProcess(ClassifierProvider provider) {
      this(provider, "");
    }

    @Override
    public ClassifierDescriptor descriptor() {
      return provider.descriptor();
    }

    @Override
    public String isolation() {
      return "none: ran in the harness's own process";
    }

    @Override
    public String identity() {
      return digest.isEmpty() ? descriptor().toString() : descriptor() + " " + digest;
    }

    @Override
    public Execution interleaved(int sessions) {
      return new InProcess(new InterleavedProvider(provider), digest);
    }
  }

  /** In a process or container of its own, fresh for each capture. */
  record Apart(StreamPlugin plugin) implements Execution {

    @Override
    public ClassifierDescriptor descriptor() {
      return plugin.descriptor();
    }

    @Override
    public String isolation() {
      return plugin.launcher().isolation();
    }

    @Override
    public String identity() {
      return descriptor()
          + " "
          + plugin.digest()
          + " "
          + plugin.timing()
          + " "
          + plugin.limits()
          + " "
          + isolation();
    }

    @Override
    public Execution interleaved(int sessions) {
      Limits each = plugin.limits();
      Limits all =
          new Limits(
              each.time().multipliedBy(sessions),
              each.memoryBytes(),
              each.processes(),
              each.scratchBytes(),
              each.cores());
      return new Apart(
          new StreamPlugin(
              InterleavedProvider.named(descriptor()),
              plugin.digest(),
              plugin.launcher(),
              plugin.timing(),
              all));
    }

    /** Whether the point at which it decides is known to the packet. */
    boolean decidesInStep() {
      return plugin.timing() == Timing.LOCKSTEP;
    }
  }
}
