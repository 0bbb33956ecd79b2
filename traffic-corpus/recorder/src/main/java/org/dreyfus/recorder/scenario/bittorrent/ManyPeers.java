package org.dreyfus.recorder.scenario.bittorrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.works.Torrent;

/** A swarm of five: one peer has the film, four fetch it from it and from each other. */
final class ManyPeers implements Scenario {

  private static final List<String> PEERS =
      List.of("peer-a", "peer-b", "peer-c", "peer-d", "peer-e");
  private static final int FIRST_PORT = 34_561;
  private static final String PACKAGE = "python3-libtorrent";

  private final boolean encrypted;
  private final Tracker tracker;

  ManyPeers(boolean encrypted, Tracker tracker) {
    this.encrypted = encrypted;
    this.tracker = tracker;
  }

  @Override
  public String id() {
    return "bittorrent-swarm-of-five-" + wire() + "-" + tracker.topology();
  }

  @Override
  public String story() {
    return "Four people fetch a film by BitTorrent from one and from each other, "
        + (encrypted ? "encrypted." : "unencrypted.");
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/" + wire() + "-tcp/" + tracker.topology() + ",five-peers";
  }

  private String wire() {
    return encrypted ? "mse" : "plain";
  }

  @Override
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>(List.of(Tracker.HOST));
    hosts.addAll(PEERS);
    return hosts;
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(tracker.packages());
    packages.add(PACKAGE);
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    Torrent torrent = tracker.open(stage, stage.work(), PEERS);
    Kind kind =
        encrypted
            ? Kind.obfuscated("BitTorrent", "libtorrent")
            : Kind.plain("BitTorrent", "libtorrent");
    for (String one : PEERS) {
      for (String other : PEERS.subList(PEERS.indexOf(one) + 1, PEERS.size())) {
        stage.content(one, other, Transport.TCP, port(one), kind);
        stage.content(one, other, Transport.TCP, port(other), kind);
      }
    }
    stage.work().writeTo(stage.folder(PEERS.get(0), "files"));
    for (String peer : PEERS) {
      start(stage, peer, torrent);
      if (peer.equals(PEERS.get(0))) {
        LibtorrentPeer.pauseForAnnounce();
      }
    }
    for (String peer : PEERS.subList(1, PEERS.size())) {
      Path received = stage.folder(peer, "files").resolve(stage.work().fileName());
      stage.awaitArrival(received, Duration.ofSeconds(60));
    }
    LibtorrentPeer.pauseForAnnounce();
  }

  private void start(Stage stage, String peer, Torrent torrent) {
    boolean seeds = peer.equals(PEERS.get(0));
    List<String> options = new ArrayList<>();
    if (seeds) {
      options.add("--seed");
    }
    if (encrypted) {
      options.add("--encrypt");
    }
    stage.did(peer, PACKAGE, seeds ? "offered the film" : "fetched the film and passed it on");
    Path file = torrent.writeTo(stage.host(peer).folder().resolve("film.torrent"));
    Path folder = stage.folder(peer, "files");
    LibtorrentPeer.start(stage, peer, port(peer), folder, file.toString(), options);
    stage.listening(peer, Transport.TCP, port(peer), "python3");
  }

  private static int port(String peer) {
    return FIRST_PORT + PEERS.indexOf(peer);
  }
}
