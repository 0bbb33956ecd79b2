package org.dreyfus.recorder.scenario.event;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.scenario.Scenario;

/** Events of the public record, told again. */
public final class EventScenarios {

  private EventScenarios() {}

  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(ShowTracker.all());
    all.addAll(Bystander.all());
    all.addAll(IndexedForOthers.all());
    all.addAll(PublishedByTorrent.all());
    all.add(new Decoy());
    all.add(SettledDownload.excerpt());
    all.add(SettledDownload.orphan());
    return all;
  }
}
