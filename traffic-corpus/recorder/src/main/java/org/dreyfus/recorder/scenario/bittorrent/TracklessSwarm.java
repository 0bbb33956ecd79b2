package org.dreyfus.recorder.scenario.bittorrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.works.Torrent;

/**
 * Two peers without a tracker, who find each other in a distributed hash table (BEP 5) that two
 * other nodes keep. With a magnet link the leecher has the info-hash alone and asks for the rest
 * (BEP 9).
 */
final class TracklessSwarm implements Scenario {

  private static final List<String> NODES = List.of("node-a", "node-b");
  private static final String SEEDER = "seeder";
  private static final String LEECHER = "leecher";
  private static final int NODE_PORT = 6_881;
  private static final int SEEDER_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;
  private static final String PACKAGE = "python3-libtorrent";

  private final boolean magnet;
  private final boolean encrypted;

  TracklessSwarm(boolean magnet, boolean encrypted) {
    this.magnet = magnet;
    this.encrypted = encrypted;
  }

  private String wire() {
    return (encrypted ? "mse" : "plain") + (magnet ? "-magnet" : "");
  }

  @Override
  public String id() {
    return "bittorrent-libtorrent-dht-" + wire();
  }

  @Override
  public String story() {
    return "One person fetches a film from another by BitTorrent without a tracker, %s%s."
        .formatted(magnet ? "from a magnet link, " : "", encrypted ? "encrypted" : "unencrypted");
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/%s-tcp/dht%s"
        .formatted(encrypted ? "mse" : "plain", magnet ? ",magnet" : "");
  }

  @Override
  public List<String> hosts() {
    return List.of("node-a", "node-b", SEEDER, LEECHER);
  }

  @Override
  public Set<String> packages() {
    return Set.of(PACKAGE);
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    declare(stage);
    Torrent torrent = Torrent.trackerless(stage.work());
    String first = stage.address("node-a") + ":" + NODE_PORT;
    for (String node : NODES) {
      node(stage, node, first);
    }
    Path shared = stage.work().shareFrom(stage.folder(SEEDER, "shared"));
    Path file = torrent.writeTo(stage.host(SEEDER).folder().resolve("film.torrent"));
    peer(stage, SEEDER, SEEDER_PORT, shared, file.toString(), first, List.of("--seed"));
    Path received = stage.folder(LEECHER, "received");
    Path copy = torrent.writeTo(stage.host(LEECHER).folder().resolve("film.torrent"));
    String source = magnet ? torrent.magnet() : copy.toString();
    peer(stage, LEECHER, LEECHER_PORT, received, source, first, List.of());
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(80));
  }

  private void declare(Stage stage) {
    Kind kind =
        encrypted
            ? Kind.obfuscated("BitTorrent", "libtorrent")
            : Kind.plain("BitTorrent", "libtorrent");
    stage.content(SEEDER, LEECHER, Transport.TCP, SEEDER_PORT, kind);
    stage.content(SEEDER, LEECHER, Transport.TCP, LEECHER_PORT, kind);
    List<String> all = hosts();
    Kind table = Kind.plain("BitTorrent", "libtorrent");
    for (int i = 0; i < all.size(); i++) {
      for (String other : all.subList(i + 1, all.size())) {
        stage.controlOnAnyPort(all.get(i), other, Transport.UDP, table);
      }
    }
  }

  private static void node(Stage stage, String host, String first) {
    Path script = stage.template(host, "dht_node.py", Map.of());
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
    command.addAll(List.of(stage.address(host), Integer.toString(NODE_PORT)));
    if (!host.equals("node-a")) {
      command.add(first);
    }
    stage.host(host).start(command.toArray(String[]::new));
    stage.listening(host, Transport.UDP, NODE_PORT, "python3");
    stage.did(host, PACKAGE, "kept its part of the distributed hash table");
  }

  private void peer(
      Stage stage,
      String host,
      int port,
      Path folder,
      String source,
      String first,
      List<String> more) {
    List<String> options = new ArrayList<>(more);
    options.addAll(List.of("--dht", first));
    if (encrypted) {
      options.add("--encrypt");
    }
    stage.did(host, PACKAGE, host.equals(SEEDER) ? "offered the film" : "fetched the film");
    LibtorrentPeer.start(stage, host, port, folder, source, options);
    stage.listening(host, Transport.TCP, port, "python3");
    stage.listening(host, Transport.UDP, port, "python3");
  }
}
