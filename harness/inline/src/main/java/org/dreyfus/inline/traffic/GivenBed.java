package org.dreyfus.inline.traffic;

import java.util.Optional;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.inline.port.Place;

/** Two interfaces that somebody else connected to a device. */
record GivenBed(Place clients, Place servers) implements TestBed {

  @Override
  public Optional<RunningDevice> device() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
