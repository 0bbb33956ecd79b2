package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.Torrent;

/**
 * Two aria2 peers over TCP. Left to itself aria2 opens with the handshake of message stream
 * encryption and goes on in plain; asked to, it encrypts everything with RC4.
 */
final class Aria2Swarm implements Scenario {

  private static final String SEEDER = "seeder";
  private static final String LEECHER = "leecher";
  private static final int SEEDER_PORT = 51_413;
  private static final int LEECHER_PORT = 51_414;

  private final boolean encrypted;
  private final Tracker tracker;

  Aria2Swarm(boolean encrypted, Tracker tracker) {
    this.encrypted = encrypted;
    this.tracker = tracker;
  }

  private String mode() {
    return encrypted ? "mse" : "mse-handshake";
  }

  @Override
  public String id() {
    return "bittorrent-aria2-" + mode() + "-" + tracker.topology();
  }

  @Override
  public String story() {
    return "One person fetches a film from another by BitTorrent with aria2, %s."
        .formatted(encrypted ? "with its encryption switched on" : "as it comes");
  }

  @Override
  public String cluster() {
    return "aria2/BitTorrent/" + mode() + "-tcp/" + tracker.topology();
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, SEEDER, LEECHER);
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(tracker.packages());
    packages.add("aria2");
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    Torrent torrent = tracker.open(stage, stage.work(), List.of(SEEDER, LEECHER));
    Kind kind = Kind.obfuscated("BitTorrent", "aria2");
    stage.content(SEEDER, LEECHER, Transport.TCP, SEEDER_PORT, kind);
    stage.content(SEEDER, LEECHER, Transport.TCP, LEECHER_PORT, kind);
    Path shared = stage.work().shareFrom(stage.folder(SEEDER, "shared"));
    peer(
        stage,
        SEEDER,
        SEEDER_PORT,
        shared,
        torrent,
        List.of("--seed-ratio=0.0", "--check-integrity=true"));
    LibtorrentPeer.pauseForAnnounce();
    Path received = stage.folder(LEECHER, "received");
    peer(stage, LEECHER, LEECHER_PORT, received, torrent, List.of("--seed-time=0"));
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(75));
    LibtorrentPeer.pauseForAnnounce();
  }

  private void peer(
      Stage stage, String host, int port, Path folder, Torrent torrent, List<String> options) {
    stage.did(host, "aria2", host.equals(SEEDER) ? "offered the film" : "fetched the film");
    List<String> all = new ArrayList<>(options);
    if (encrypted) {
      all.addAll(List.of("--bt-require-crypto=true", "--bt-min-crypto-level=arc4"));
    }
    start(stage, host, port, folder, torrent, all);
  }

  /** Starts aria2 on a torrent. */
  static void start(
      Stage stage, String host, int port, Path folder, Torrent torrent, List<String> options) {
    Path file = torrent.writeTo(stage.host(host).folder().resolve("film.torrent"));
    List<String> command =
        new ArrayList<>(
            List.of(
                "aria2c",
                "--no-conf",
                "--dir=" + folder,
                "--listen-port=" + port,
                "--enable-dht=false",
                "--enable-dht6=false",
                "--bt-enable-lpd=false",
                "--enable-peer-exchange=false",
                "--disable-ipv6=true",
                "--file-allocation=none"));
    command.addAll(options);
    command.add(file.toString());
    stage.host(host).start(command.toArray(String[]::new));
    stage.listening(host, Transport.TCP, port, "aria2c");
  }
}
