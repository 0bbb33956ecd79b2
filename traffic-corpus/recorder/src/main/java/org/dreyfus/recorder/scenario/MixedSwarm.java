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

/** Another BitTorrent client fetches from a libtorrent seeder over TCP, plain or encrypted. */
final class MixedSwarm implements Scenario {

  private static final String SEEDER = "seeder";
  private static final String LEECHER = "leecher";
  private static final int SEEDER_PORT = 34_561;

  private final Leecher leecher;
  private final boolean encrypted;
  private final Tracker tracker;

  MixedSwarm(Leecher leecher, boolean encrypted, Tracker tracker) {
    this.leecher = leecher;
    this.encrypted = encrypted;
    this.tracker = tracker;
  }

  @Override
  public String id() {
    return "bittorrent-%s-%s-%s".formatted(leecher.id(), wire(), tracker.topology());
  }

  @Override
  public String story() {
    return "One person fetches a film with %s from another, who runs libtorrent, %s."
        .formatted(leecher.id(), encrypted ? "with encryption switched on" : "unencrypted");
  }

  @Override
  public String cluster() {
    return "%s+libtorrent/BitTorrent/%s-tcp/%s".formatted(leecher.id(), wire(), tracker.topology());
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, SEEDER, LEECHER);
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(tracker.packages());
    packages.addAll(List.of("python3-libtorrent", leecher.packageName()));
    packages.addAll(leecher == Leecher.QBITTORRENT ? List.of("curl") : List.of());
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
            ? Kind.obfuscated("BitTorrent", leecher.id())
            : Kind.plain("BitTorrent", leecher.id());
    stage.content(SEEDER, LEECHER, Transport.TCP, SEEDER_PORT, kind);
    stage.content(SEEDER, LEECHER, Transport.TCP, Leecher.PORT, kind);
    seed(stage, torrent);
    LibtorrentPeer.pauseForAnnounce();
    Path received = stage.folder(LEECHER, "received");
    stage.did(LEECHER, leecher.packageName(), "fetched the film");
    Path file = torrent.writeTo(stage.host(LEECHER).folder().resolve("film.torrent"));
    leecher.start(stage, LEECHER, file, received, encrypted);
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(75));
    LibtorrentPeer.pauseForAnnounce();
  }

  private void seed(Stage stage, Torrent torrent) {
    Path shared = stage.work().shareFrom(stage.folder(SEEDER, "shared"));
    Path file = torrent.writeTo(stage.host(SEEDER).folder().resolve("film.torrent"));
    List<String> options = new ArrayList<>(List.of("--seed"));
    if (encrypted) {
      options.add("--encrypt");
    }
    stage.did(SEEDER, "python3-libtorrent", "offered the film");
    LibtorrentPeer.start(stage, SEEDER, SEEDER_PORT, shared, file, options, Map.of());
    stage.listening(SEEDER, Transport.TCP, SEEDER_PORT, "python3");
  }

  private String wire() {
    return encrypted ? "mse" : "plain";
  }
}
