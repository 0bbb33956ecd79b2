package org.dreyfus.tck.trial;

import java.io.IOException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.external.LaunchException;

/** What is put to the test, a fresh one for each capture. */
public interface Subject {

  ClassifierDescriptor descriptor();

  /** In which way it runs. */
  Way way();

  /**
   * How it runs.
   *
   * @param speaksLines whether it answers over the stream contract
   * @param lockstep whether it acknowledges each packet
   * @param isolated whether it is kept from this machine
   * @param words the same for readers
   */
  record Way(boolean speaksLines, boolean lockstep, boolean isolated, String words) {}

  /**
   * Shows it one capture.
   *
   * @throws LaunchException when it cannot be started, or not with this configuration
   * @throws IOException when something of the kit's own fails
   */
  Trial show(CaptureSource capture, Configuration configuration)
      throws LaunchException, IOException, InterruptedException;
}
