package org.dreyfus.inline.failure;

import java.util.Locale;
import java.util.Optional;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.inline.load.Overload;

/** A load beside the probes, until somebody asks what came of it. */
final class Overloading implements Affliction {

  /** Less than this share lost, and a device is busy, not overloaded. */
  private static final double OVERLOADED_SHARE = 0.01;

  private final Overload overload;
  private final Optional<RunningDevice> device;
  private Optional<Overload.Seen> seen = Optional.empty();

  Overloading(Overload overload, Optional<RunningDevice> device) {
    this.overload = overload;
    this.device = device;
  }

  private Overload.Seen seen() {
    Overload.Seen counted = seen.orElseGet(overload::end);
    seen = Optional.of(counted);
    return counted;
  }

  @Override
  public String told() {
    String ended =
        device.flatMap(RunningDevice::ended).map(how -> ", at which it ended").orElse("");
    return String.format(
        Locale.ROOT,
        "Overloaded (%,.0f packets/s offered beside, %.0f %% of them lost%s)",
        seen().offered(),
        100 * seen().lostShare(),
        ended);
  }

  @Override
  public Optional<String> failed() {
    return seen().lostShare() >= OVERLOADED_SHARE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "It could not be overloaded: it carried %.2f %% of %,.0f packets/s, all that the"
                    + " tester offers",
                100 * (1 - seen().lostShare()),
                seen().offered()));
  }

  @Override
  public void close() {
    overload.close();
  }
}
