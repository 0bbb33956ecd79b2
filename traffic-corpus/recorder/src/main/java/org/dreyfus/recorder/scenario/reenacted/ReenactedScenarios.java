package org.dreyfus.recorder.scenario.reenacted;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.scenario.Scenario;

/** Networks without a client that could be run today, spoken by peers of our own. */
public final class ReenactedScenarios {

  private ReenactedScenarios() {}

  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(Soulseek.all());
    all.addAll(FastTrack.all());
    all.addAll(VeiledTransfer.all());
    all.addAll(Skype.all());

    all.addAll(NapsterTransfer.all());
    all.addAll(GnutellaTransfer.all());
    return all;
  }
}
