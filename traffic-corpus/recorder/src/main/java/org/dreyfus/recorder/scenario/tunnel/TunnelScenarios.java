package org.dreyfus.recorder.scenario.tunnel;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.scenario.Scenario;

/** Tunnels, and what moves inside them. */
public final class TunnelScenarios {

  private TunnelScenarios() {}

  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(Tunnel.all());
    all.addAll(TunnelledWeb.all());
    all.addAll(TunnelledTorrent.all());
    all.addAll(TorRoute.all());
    all.add(new DnsTunnel());
    return all;
  }
}
