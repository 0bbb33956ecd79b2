package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.Torrent;

/**
 * Two aria2 peers over TCP. Left to itself aria2 opens with the handshake of message stream
 * encryption and goes on in plain; asked to, it encrypts everything with RC4.
 */
final class Aria2Swarm extends TwoPeerSwarm {

  private static final int SEEDER_PORT = 51_413;
  private static final int LEECHER_PORT = 51_414;

  private final boolean encrypted;

  Aria2Swarm(boolean encrypted, Tracker tracker) {
    super(tracker, Set.of("aria2"));
    this.encrypted = encrypted;
  }

  private String mode() {
    return encrypted ? "mse" : "mse-handshake";
  }

  @Override
  public String id() {
    return "bittorrent-aria2-" + mode() + "-" + tracker().topology();
  }

  @Override
  public String story() {
    return "One person fetches a film from another by BitTorrent with aria2, %s."
        .formatted(encrypted ? "with its encryption switched on" : "as it comes");
  }

  @Override
  public String cluster() {
    return "aria2/BitTorrent/" + mode() + "-tcp/" + tracker().topology();
  }

  @Override
  List<Integer> ports() {
    return List.of(SEEDER_PORT, LEECHER_PORT);
  }

  @Override
  Kind kind() {
    return Kind.obfuscated("BitTorrent", "aria2");
  }

  @Override
  void seed(Stage stage, Path shared, Torrent torrent) {
    List<String> options = List.of("--seed-ratio=0.0", "--check-integrity=true");
    peer(stage, SEEDER, SEEDER_PORT, shared, torrent, options);
  }

  @Override
  void fetch(Stage stage, Path received, Torrent torrent) {
    peer(stage, LEECHER, LEECHER_PORT, received, torrent, List.of("--seed-time=0"));
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
    Path file = torrentFile(stage, host, torrent);
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
