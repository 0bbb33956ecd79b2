package org.dreyfus.inline;

import org.dreyfus.inline.lab.Device;
import org.dreyfus.inline.lab.DeviceFacts;
import org.dreyfus.inline.port.Place;

/** What is measured on the wire. */
public sealed interface DeviceUnderTest {

  /** What it is. */
  DeviceFacts facts();

  /** A device that is started for the measurement, in a lab of its own. */
  record Started(Device device) implements DeviceUnderTest {
    @Override
    public DeviceFacts facts() {
      return device.facts();
    }
  }

  /**
   * A box that somebody plugged in.
   *
   * @param clients the interface at the clients' end
   * @param servers the interface at the servers' end
   */
  record PluggedIn(DeviceFacts facts, Place clients, Place servers) implements DeviceUnderTest {}
}
