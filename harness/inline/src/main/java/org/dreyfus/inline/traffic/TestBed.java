package org.dreyfus.inline.traffic;

import java.util.Optional;
import org.dreyfus.inline.lab.Device;
import org.dreyfus.inline.lab.DeviceLab;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.inline.port.Place;

/** A device between two cables, ready for traffic. */
public interface TestBed extends AutoCloseable {

  /** Where the clients are. */
  Place clients();

  /** Where the servers are. */
  Place servers();

  /** The device, when it runs here and we started it. */
  Optional<RunningDevice> device();

  @Override
  void close();

  /** Both ends, opened. To be closed before this. */
  default PortPath open() {
    return PortPath.open(clients(), servers());
  }

  /** A device in namespaces of its own, which go when it is closed. */
  static TestBed lab(Device device) {
    DeviceLab lab = DeviceLab.build();
    try {
      return new LabBed(lab, device.start(lab));
    } catch (RuntimeException e) {
      lab.close();
      throw e;
    }
  }

  /** Whatever is between two interfaces. */
  static TestBed between(Place clients, Place servers) {
    return new GivenBed(clients, servers);
  }
}
