package org.dreyfus.recorder.scenario.bittorrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.works.Torrent;

/** A libtorrent peer fetches from two seeders at a time. */
final class TwoSeeders implements Scenario {

  private static final Map<String, Integer> SEEDERS =
      Map.of("seeder-a", 34_561, "seeder-b", 34_562);
  private static final String LEECHER = "leecher";
  private static final int LEECHER_PORT = 45_672;
  private static final String PACKAGE = "python3-libtorrent";

  private final boolean encrypted;
  private final Tracker tracker;

  TwoSeeders(boolean encrypted, Tracker tracker) {
    this.encrypted = encrypted;
    this.tracker = tracker;
  }

  @Override
  public String id() {
    return "bittorrent-two-seeders-%s-%s".formatted(wire(), tracker.topology());
  }

  @Override
  public String story() {
    return "Somebody fetches a film by BitTorrent from two others at a time, %s."
        .formatted(encrypted ? "encrypted" : "unencrypted");
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/%s-tcp/%s,two-seeders".formatted(wire(), tracker.topology());
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, "seeder-a", "seeder-b", LEECHER);
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
    Torrent torrent = tracker.open(stage, stage.work(), hosts().subList(1, 4));
    Kind kind =
        encrypted
            ? Kind.obfuscated("BitTorrent", "libtorrent")
            : Kind.plain("BitTorrent", "libtorrent");
    for (Map.Entry<String, Integer> seeder : SEEDERS.entrySet()) {
      stage.content(seeder.getKey(), LEECHER, Transport.TCP, seeder.getValue(), kind);
      stage.content(seeder.getKey(), LEECHER, Transport.TCP, LEECHER_PORT, kind);
      for (int port : SEEDERS.values()) {
        stage.control("seeder-a", "seeder-b", Transport.TCP, port, kind);
      }
    }
    SEEDERS.forEach(
        (host, port) -> {
          Path shared = stage.work().shareFrom(stage.folder(host, "shared"));
          peer(stage, host, port, shared, torrent, List.of("--seed"));
        });
    LibtorrentPeer.pauseForAnnounce();
    Path received = stage.folder(LEECHER, "received");
    peer(stage, LEECHER, LEECHER_PORT, received, torrent, List.of());
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(60));
    LibtorrentPeer.pauseForAnnounce();
  }

  private void peer(
      Stage stage, String host, int port, Path folder, Torrent torrent, List<String> options) {
    List<String> all = new ArrayList<>(options);
    if (encrypted) {
      all.add("--encrypt");
    }
    stage.did(host, PACKAGE, host.equals(LEECHER) ? "fetched the film" : "offered the film");
    Path file = torrent.writeTo(stage.host(host).folder().resolve("film.torrent"));
    LibtorrentPeer.start(stage, host, port, folder, file, all, Map.of());
    stage.listening(host, Transport.TCP, port, "python3");
  }

  private String wire() {
    return encrypted ? "mse" : "plain";
  }
}
