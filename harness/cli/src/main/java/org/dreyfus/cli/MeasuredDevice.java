package org.dreyfus.cli;

import java.util.Optional;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.inline.DeviceUnderTest;
import org.dreyfus.inline.lab.DeviceFacts;
import org.dreyfus.scoring.Policy;

/**
 * A device that is to be measured.
 *
 * @param device on the wire
 * @param spelling with which it is asked for
 * @param inside the classifier in it, when it is one of ours: then it is run offline as well
 */
record MeasuredDevice(DeviceUnderTest device, String spelling, Optional<Inside> inside) {

  /**
   * What an appliance does.
   *
   * @param policy under which it blocks
   */
  record Inside(ClassifierProvider classifier, Policy policy) {}

  DeviceFacts facts() {
    return device.facts();
  }
}
