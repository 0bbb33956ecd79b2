package org.dreyfus.recorder.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dreyfus.recorder.lab.Transport;

/** All scenarios. A new one is added here. */
public final class Scenarios {

  private Scenarios() {}

  /** In the order of their ids. */
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(bitTorrent());
    all.addAll(EdonkeyTransfer.all());
    all.add(new SyncedFolder());
    all.addAll(WebDownload.all());
    all.addAll(WebUpload.all());
    all.addAll(VideoStream.all());
    all.addAll(FtpDownload.all());
    all.addAll(SshCopy.all());
    all.addAll(SmbDownload.all());
    all.addAll(MailRead.all());
    all.add(new MailSent());
    all.add(new RsyncDownload());
    all.addAll(GitClone.all());
    all.addAll(WebSocketDownload.all());
    all.addAll(MqttTransfer.all());
    all.addAll(Tunnel.all());
    all.addAll(TunnelledWeb.all());
    all.add(new SshTunnelledTorrent());
    all.add(new OwnBackup());
    all.add(new PublicLibrary());
    all.add(new FreeDistribution(Tracker.CURATED));
    all.addAll(NameLookups.all());
    all.add(new TelephoneCall());
    all.add(new IrcChat());
    all.add(new XmppChat());
    all.add(new ClockSync());
    all.sort(Comparator.comparing(Scenario::id));
    return List.copyOf(all);
  }

  private static List<Scenario> bitTorrent() {
    return List.of(
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
        new TwoSeeders(true, Tracker.CURATED));
  }
}
