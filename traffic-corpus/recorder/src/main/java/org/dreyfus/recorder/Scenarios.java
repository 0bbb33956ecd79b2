package org.dreyfus.recorder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.bittorrent.BitTorrentScenarios;
import org.dreyfus.recorder.scenario.conversation.ConversationScenarios;
import org.dreyfus.recorder.scenario.event.EventScenarios;
import org.dreyfus.recorder.scenario.overlay.OverlayScenarios;
import org.dreyfus.recorder.scenario.reenacted.ReenactedScenarios;
import org.dreyfus.recorder.scenario.transfer.TransferScenarios;
import org.dreyfus.recorder.scenario.tunnel.TunnelScenarios;
import org.dreyfus.recorder.scenario.web.WebScenarios;

/** All scenarios, by family. */
public final class Scenarios {

  private Scenarios() {}

  /** Scenarios by the family that they belong to. */
  private static Map<String, List<Scenario>> families() {
    Map<String, List<Scenario>> families = new LinkedHashMap<>();
    families.put("bittorrent", BitTorrentScenarios.all());
    families.put("overlay", OverlayScenarios.all());
    families.put("web", WebScenarios.all());
    families.put("transfer", TransferScenarios.all());
    families.put("conversation", ConversationScenarios.all());
    families.put("tunnel", TunnelScenarios.all());
    families.put("reenacted", ReenactedScenarios.all());
    families.put("event", EventScenarios.all());
    return families;
  }

  /** In the order of their ids. */
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    families().values().forEach(all::addAll);
    all.sort(Comparator.comparing(Scenario::id));
    return List.copyOf(all);
  }

  /** Words by which scenarios can be chosen: the family, the origin, and a scenario's own. */
  public static Set<String> tags(Scenario scenario) {
    Set<String> tags = new TreeSet<>(scenario.tags());
    families()
        .forEach(
            (family, scenarios) -> {
              if (scenarios.stream().anyMatch(other -> other.id().equals(scenario.id()))) {
                tags.add(family);
              }
            });
    tags.add(scenario.origin().name().toLowerCase(Locale.ROOT));
    return tags;
  }
}
