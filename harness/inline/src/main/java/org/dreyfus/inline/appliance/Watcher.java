package org.dreyfus.inline.appliance;

import org.dreyfus.capture.Frame;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.external.LivePlugin;

/** Who decides on the flows of a {@link BlockingBox}: one for each time that all is forgotten. */
public interface Watcher {

  /**
   * Returns when it is ready for traffic, as far as that can be told.
   *
   * @param first a frame of no flow, which it may be shown
   */
  void warmUp(Frame first);

  /** A frame is here; flows of it are asked about next. */
  void arrives(Frame frame);

  /** Who is asked. */
  Classifier classifier();

  /** Whether it has seen so much that a fresh one is due. */
  boolean isFull();

  /** Its thread was given up. May be called while another call has not returned. */
  void abandon();

  /** A classifier in this process. When it is stuck, nothing can be done about it. */
  static Watcher of(Classifier classifier) {
    return new InProcess(classifier);
  }

  /** A plugin in a process of its own. */
  static Watcher of(LivePlugin plugin) {
    return new Apart(plugin);
  }

  /** See {@link #of(Classifier)}. */
  record InProcess(Classifier classifier) implements Watcher {
    @Override
    public void warmUp(Frame first) {}

    @Override
    public void arrives(Frame frame) {}

    @Override
    public boolean isFull() {
      return false;
    }

    @Override
    public void abandon() {}
  }

  /** See {@link #of(LivePlugin)}. */
  record Apart(LivePlugin plugin) implements Watcher {
    @Override
    public void warmUp(Frame first) {
      plugin.warmUp(first);
    }

    @Override
    public void arrives(Frame frame) {
      plugin.deliver(frame);
    }

    @Override
    public Classifier classifier() {
      return plugin;
    }

    @Override
    public boolean isFull() {
      return plugin.isFull();
    }

    @Override
    public void abandon() {
      plugin.kill();
    }
  }
}
