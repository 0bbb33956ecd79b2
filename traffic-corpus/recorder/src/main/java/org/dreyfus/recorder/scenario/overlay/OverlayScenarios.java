package org.dreyfus.recorder.scenario.overlay;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.scenario.Scenario;

/** Peer-to-peer networks other than BitTorrent, spoken by real clients. */
public final class OverlayScenarios {

  private OverlayScenarios() {}

  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(EdonkeyTransfer.all());
    all.addAll(DirectConnectTransfer.all());
    all.add(new GnunetTransfer());
    return all;
  }
}
