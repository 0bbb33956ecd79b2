package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.works.Torrent;

/** BitTorrent between two machines, inside a tunnel for single connections. */
final class TunnelledTorrent extends ClientServer {

  private static final int SEEDER_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;

  private final Carrier carrier;

  private TunnelledTorrent(Carrier carrier) {
    super(
        carrier == Carrier.SSH_FORWARDING
            ? "ssh-tunnel-bittorrent"
            : "tunnel-" + carrier.id() + "-bittorrent",
        carrier.program()
            + "/"
            + carrier.protocol()
            + "/"
            + carrier.topology()
            + "carries-BitTorrent",
        "Two people share a film by BitTorrent through %s.".formatted(carrier.program()),
        packages(carrier));
    this.carrier = carrier;
  }

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (Carrier carrier : Carrier.values()) {
      all.add(new TunnelledTorrent(carrier));
    }
    return all;
  }

  private static Set<String> packages(Carrier carrier) {
    Set<String> packages = new TreeSet<>(carrier.packages());
    packages.add("python3-libtorrent");
    return packages;
  }

  @Override
  public void play(Stage stage) {
    contentOver(
        stage, carrier.port(), Kind.tunnel(carrier.protocol(), carrier.program(), "BitTorrent"));
    Torrent torrent = Torrent.trackerless(stage.work());
    Path file = torrent.writeTo(stage.host(SERVER).folder().resolve("film.torrent"));
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    stage.did(SERVER, "python3-libtorrent", "offered the film inside the tunnel");
    stage.did(CLIENT, "python3-libtorrent", "fetched the film inside the tunnel");
    LibtorrentPeer.start(
        stage, SERVER, "127.0.0.1", SEEDER_PORT, shared, file, List.of("--seed"), Map.of());
    stage.host(SERVER).awaitListener(Transport.TCP, SEEDER_PORT);
    carrier.open(stage, SEEDER_PORT);
    Path received = stage.folder(CLIENT, "received");
    LibtorrentPeer.start(
        stage, CLIENT, "127.0.0.1", LEECHER_PORT, received, file, options(stage), Map.of());
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(60));
  }

  private List<String> options(Stage stage) {
    return carrier.isForwarding()
        ? List.of("--peer", "127.0.0.1:" + Carrier.LOCAL_PORT)
        : List.of("--peer", "127.0.0.1:" + SEEDER_PORT, "--socks", carrier.proxy(stage));
  }
}
