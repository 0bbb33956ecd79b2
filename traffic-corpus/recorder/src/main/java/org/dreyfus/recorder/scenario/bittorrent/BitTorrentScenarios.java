package org.dreyfus.recorder.scenario.bittorrent;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Scenario;

/** BitTorrent between clients of every kind, with the trackers of the lab. */
public final class BitTorrentScenarios {

  private BitTorrentScenarios() {}

  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(
        List.of(
            new LibtorrentSwarm(Transport.TCP, false, Tracker.OPEN),
            new LibtorrentSwarm(Transport.TCP, false, Tracker.CURATED),
            new LibtorrentSwarm(Transport.TCP, false, Tracker.CURATED_UDP),
            new LibtorrentSwarm(Transport.TCP, true, Tracker.OPEN),
            new LibtorrentSwarm(Transport.TCP, true, Tracker.CURATED),
            new LibtorrentSwarm(Transport.UDP, false, Tracker.OPEN),
            new LibtorrentSwarm(Transport.UDP, false, Tracker.CURATED),
            new LibtorrentSwarm(Transport.UDP, true, Tracker.OPEN),
            new Aria2Swarm(false, Tracker.OPEN),
            new Aria2Swarm(false, Tracker.CURATED),
            new Aria2Swarm(true, Tracker.OPEN),
            new TransmissionSwarm(false, Tracker.OPEN),
            new TransmissionSwarm(false, Tracker.CURATED),
            new TransmissionSwarm(true, Tracker.OPEN),
            new LibtorrentSwarm(Transport.UDP, true, Tracker.CURATED),
            new Aria2Swarm(true, Tracker.CURATED),
            new TransmissionSwarm(true, Tracker.CURATED),
            new MixedSwarm(Leecher.RTORRENT, false, Tracker.OPEN),
            new MixedSwarm(Leecher.RTORRENT, true, Tracker.CURATED),
            new MixedSwarm(Leecher.QBITTORRENT, false, Tracker.CURATED),
            new MixedSwarm(Leecher.QBITTORRENT, true, Tracker.OPEN),
            new TwoSeeders(false, Tracker.OPEN),
            new TwoSeeders(true, Tracker.CURATED)));
    all.addAll(
        List.of(
            new LibtorrentSwarm(Transport.TCP, true, Tracker.CURATED_UDP),
            new LibtorrentSwarm(Transport.UDP, false, Tracker.CURATED_UDP),
            new LibtorrentSwarm(Transport.UDP, true, Tracker.CURATED_UDP),
            new MixedSwarm(Leecher.RTORRENT, true, Tracker.OPEN),
            new MixedSwarm(Leecher.QBITTORRENT, false, Tracker.OPEN),
            new MixedSwarm(Leecher.QBITTORRENT, true, Tracker.CURATED),
            new TracklessSwarm(false, false),
            new TracklessSwarm(true, false),
            new TracklessSwarm(true, true),
            new ManyPeers(false, Tracker.OPEN),
            new ManyPeers(true, Tracker.CURATED),
            new WebSeed(),
            new PartialSeeds(),
            new ManySources()));
    all.add(new FreeDistribution(Tracker.CURATED));
    return all;
  }
}
