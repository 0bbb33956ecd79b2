package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.Torrent;

/** Two libtorrent peers: over TCP or uTP (BEP 29), plain or with message stream encryption. */
final class LibtorrentSwarm implements Scenario {

  private static final String SEEDER = "seeder";
  private static final String LEECHER = "leecher";
  private static final int SEEDER_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;
  private static final String PACKAGE = "python3-libtorrent";

  private final Transport transport;
  private final boolean encrypted;
  private final Tracker tracker;

  LibtorrentSwarm(Transport transport, boolean encrypted, Tracker tracker) {
    this.transport = transport;
    this.encrypted = encrypted;
    this.tracker = tracker;
  }

  private String wire() {
    return (encrypted ? "mse" : "plain") + (transport == Transport.UDP ? "-utp" : "-tcp");
  }

  @Override
  public String id() {
    return "bittorrent-libtorrent-" + wire() + "-" + tracker.topology();
  }

  @Override
  public String story() {
    return "One person fetches a film from another by BitTorrent, %s, found through %s."
        .formatted(
            encrypted ? "with its encryption switched on" : "unencrypted",
            tracker == Tracker.OPEN ? "an open tracker" : "a curated tracker");
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/" + wire() + "/" + tracker.topology();
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, SEEDER, LEECHER);
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
    Torrent torrent = tracker.open(stage, stage.work(), List.of(SEEDER, LEECHER));
    Kind kind =
        encrypted
            ? Kind.obfuscated("BitTorrent", "libtorrent")
            : Kind.plain("BitTorrent", "libtorrent");
    stage.content(SEEDER, LEECHER, transport, SEEDER_PORT, kind);
    stage.content(SEEDER, LEECHER, transport, LEECHER_PORT, kind);
    Path shared = stage.work().shareFrom(stage.folder(SEEDER, "shared"));
    peer(stage, SEEDER, SEEDER_PORT, shared, torrent, true);
    LibtorrentPeer.pauseForAnnounce();
    Path received = stage.folder(LEECHER, "received");
    peer(stage, LEECHER, LEECHER_PORT, received, torrent, false);
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(60));
    LibtorrentPeer.pauseForAnnounce();
  }

  private void peer(
      Stage stage, String host, int port, Path folder, Torrent torrent, boolean seeds) {
    stage.did(host, PACKAGE, seeds ? "offered the film" : "fetched the film");
    List<String> options = new ArrayList<>();
    if (transport == Transport.UDP) {
      options.add("--utp");
    }
    if (encrypted) {
      options.add("--encrypt");
    }
    if (seeds) {
      options.add("--seed");
    }
    Path file = torrent.writeTo(stage.host(host).folder().resolve("film.torrent"));
    LibtorrentPeer.start(stage, host, port, folder, file, options, Map.of());
    stage.listening(host, transport, port, "python3");
  }
}
