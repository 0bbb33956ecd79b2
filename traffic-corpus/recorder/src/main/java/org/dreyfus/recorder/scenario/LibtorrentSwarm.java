package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.Torrent;

/** Two libtorrent peers: over TCP or uTP (BEP 29), plain or with message stream encryption. */
final class LibtorrentSwarm extends TwoPeerSwarm {

  private static final int SEEDER_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;
  private static final String PACKAGE = "python3-libtorrent";

  private final Transport transport;
  private final boolean encrypted;

  LibtorrentSwarm(Transport transport, boolean encrypted, Tracker tracker) {
    super(tracker, Set.of(PACKAGE));
    this.transport = transport;
    this.encrypted = encrypted;
  }

  private String wire() {
    return (encrypted ? "mse" : "plain") + (transport == Transport.UDP ? "-utp" : "-tcp");
  }

  @Override
  public String id() {
    return "bittorrent-libtorrent-" + wire() + "-" + tracker().topology();
  }

  @Override
  public String story() {
    return "One person fetches a film from another by BitTorrent, %s, found through %s."
        .formatted(
            encrypted ? "with its encryption switched on" : "unencrypted",
            tracker() == Tracker.OPEN ? "an open tracker" : "a curated tracker");
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/" + wire() + "/" + tracker().topology();
  }

  @Override
  List<Integer> ports() {
    return List.of(SEEDER_PORT, LEECHER_PORT);
  }

  @Override
  Transport transport() {
    return transport;
  }

  @Override
  Kind kind() {
    return encrypted
        ? Kind.obfuscated("BitTorrent", "libtorrent")
        : Kind.plain("BitTorrent", "libtorrent");
  }

  @Override
  void seed(Stage stage, Path shared, Torrent torrent) {
    peer(stage, SEEDER, SEEDER_PORT, shared, torrent, true);
  }

  @Override
  void fetch(Stage stage, Path received, Torrent torrent) {
    peer(stage, LEECHER, LEECHER_PORT, received, torrent, false);
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
    Path file = torrentFile(stage, host, torrent);
    LibtorrentPeer.start(stage, host, port, folder, file, options, Map.of());
    stage.listening(host, transport, port, "python3");
  }
}
