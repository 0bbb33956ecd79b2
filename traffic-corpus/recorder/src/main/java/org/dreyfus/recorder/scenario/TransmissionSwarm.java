package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.Torrent;

/** Two Transmission daemons over TCP, plain or with encryption required. */
final class TransmissionSwarm implements Scenario {

  private static final String SEEDER = "seeder";
  private static final String LEECHER = "leecher";
  private static final int SEEDER_PORT = 51_413;
  private static final int LEECHER_PORT = 51_423;

  private final boolean encrypted;
  private final Tracker tracker;

  TransmissionSwarm(boolean encrypted, Tracker tracker) {
    this.encrypted = encrypted;
    this.tracker = tracker;
  }

  @Override
  public String id() {
    return "bittorrent-transmission-" + (encrypted ? "mse" : "plain") + "-" + tracker.topology();
  }

  @Override
  public String story() {
    return "One person fetches a film from another by BitTorrent with Transmission, %s."
        .formatted(encrypted ? "with its encryption switched on" : "unencrypted");
  }

  @Override
  public String cluster() {
    return "transmission/BitTorrent/"
        + (encrypted ? "mse" : "plain")
        + "-tcp/"
        + tracker.topology();
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, SEEDER, LEECHER);
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(tracker.packages());
    packages.addAll(List.of("transmission-daemon", "transmission-cli"));
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
            ? Kind.obfuscated("BitTorrent", "transmission")
            : Kind.plain("BitTorrent", "transmission");
    stage.content(SEEDER, LEECHER, Transport.TCP, SEEDER_PORT, kind);
    stage.content(SEEDER, LEECHER, Transport.TCP, LEECHER_PORT, kind);
    Path shared = stage.work().shareFrom(stage.folder(SEEDER, "shared"));
    peer(stage, SEEDER, SEEDER_PORT, shared, torrent);
    remote(stage, SEEDER, "-t", "all", "-v");
    LabHost.pause(Duration.ofSeconds(2));
    Path received = stage.folder(LEECHER, "received");
    peer(stage, LEECHER, LEECHER_PORT, received, torrent);
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(75));
    LibtorrentPeer.pauseForAnnounce();
  }

  private void peer(Stage stage, String host, int port, Path folder, Torrent torrent) {
    stage.did(
        host, "transmission-daemon", host.equals(SEEDER) ? "offered the film" : "fetched the film");
    Path configuration = stage.folder(host, "transmission");
    Path settings =
        stage.template(
            host,
            "transmission.json",
            Map.of(
                "port", Integer.toString(port),
                "folder", folder.toString(),
                "encryption", encrypted ? "2" : "0"));
    Path file = torrent.writeTo(stage.host(host).folder().resolve("film.torrent"));
    stage.run(host, "cp", settings.toString(), configuration.resolve("settings.json").toString());
    stage.host(host).start("transmission-daemon", "-f", "-g", configuration.toString());
    stage.listening(host, Transport.TCP, port, "transmission-da");
    stage.host(host).awaitListener(Transport.TCP, 9091);
    remote(stage, host, "-a", file.toString());
  }

  private static void remote(Stage stage, String host, String... arguments) {
    String[] command = new String[arguments.length + 2];
    command[0] = "transmission-remote";
    command[1] = "127.0.0.1:9091";
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    stage.run(host, command);
  }
}
