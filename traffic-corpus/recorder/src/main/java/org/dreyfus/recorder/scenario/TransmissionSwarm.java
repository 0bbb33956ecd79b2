package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.Torrent;

/** Two Transmission daemons over TCP, plain or with encryption required. */
final class TransmissionSwarm extends TwoPeerSwarm {

  private static final int SEEDER_PORT = 51_413;
  private static final int LEECHER_PORT = 51_423;

  private final boolean encrypted;

  TransmissionSwarm(boolean encrypted, Tracker tracker) {
    super(tracker, Set.of("transmission-daemon", "transmission-cli"));
    this.encrypted = encrypted;
  }

  @Override
  public String id() {
    return "bittorrent-transmission-" + (encrypted ? "mse" : "plain") + "-" + tracker().topology();
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
        + tracker().topology();
  }

  @Override
  List<Integer> ports() {
    return List.of(SEEDER_PORT, LEECHER_PORT);
  }

  @Override
  Kind kind() {
    return encrypted
        ? Kind.obfuscated("BitTorrent", "transmission")
        : Kind.plain("BitTorrent", "transmission");
  }

  @Override
  void seed(Stage stage, Path shared, Torrent torrent) {
    peer(stage, SEEDER, SEEDER_PORT, shared, torrent);
    remote(stage, SEEDER, "-t", "all", "-v");
    LabHost.pause(Duration.ofMillis(500));
  }

  @Override
  void fetch(Stage stage, Path received, Torrent torrent) {
    peer(stage, LEECHER, LEECHER_PORT, received, torrent);
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
    Path file = torrentFile(stage, host, torrent);
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
