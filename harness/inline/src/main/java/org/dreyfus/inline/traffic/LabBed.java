package org.dreyfus.inline.traffic;

import java.util.Optional;
import org.dreyfus.inline.lab.DeviceLab;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.inline.port.Place;

/** A device in a lab. */
record LabBed(DeviceLab lab, RunningDevice running) implements TestBed {

  @Override
  public Place clients() {
    return lab.clients();
  }

  @Override
  public Place servers() {
    return lab.servers();
  }

  @Override
  public Optional<RunningDevice> device() {
    return Optional.of(running);
  }

  @Override
  public void close() {
    try {
      running.close();
    } finally {
      lab.close();
    }
  }
}
