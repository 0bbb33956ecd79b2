package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.works.Torrent;

/** A film moves inside a VPN, by web download or by BitTorrent. */
final class Tunnel extends ClientServer {

  private static final int WEB_PORT = 8000;
  private static final int SEEDER_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;

  private final Vpn vpn;
  private final boolean torrent;

  private Tunnel(Vpn vpn, boolean torrent) {
    super(
        "vpn-" + vpn.id() + (torrent ? "-bittorrent" : "-web"),
        vpn.id() + "/" + vpn.protocol() + "/carries-" + (torrent ? "BitTorrent" : "HTTP"),
        "Two machines joined by %s share a film through it by %s."
            .formatted(vpn.title(), torrent ? "BitTorrent" : "web download"),
        packages(vpn, torrent));
    this.vpn = vpn;
    this.torrent = torrent;
  }

  static List<Scenario> all() {
    List<Scenario> scenarios = new ArrayList<>();
    for (Vpn vpn : Vpn.values()) {
      scenarios.add(new Tunnel(vpn, false));
      scenarios.add(new Tunnel(vpn, true));
    }
    return scenarios;
  }

  private static Set<String> packages(Vpn vpn, boolean torrent) {
    Set<String> packages = new TreeSet<>(vpn.packages());
    packages.addAll(torrent ? List.of("python3-libtorrent") : List.of("python3", "curl"));
    return packages;
  }

  @Override
  public void play(Stage stage) {
    String carried = torrent ? "BitTorrent" : "HTTP";
    stage.content(
        CLIENT,
        SERVER,
        vpn.transport(),
        vpn.port(),
        Kind.tunnel(vpn.protocol(), vpn.program(), carried));
    vpn.up(stage, SERVER, CLIENT);
    if (torrent) {
      shareByTorrent(stage);
    } else {
      shareByWeb(stage);
    }
  }

  private void shareByWeb(Stage stage) {
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    LabHost server = stage.host(SERVER);
    server.start(
        "/usr/bin/python3",
        "-m",
        "http.server",
        "-d",
        shared.toString(),
        "-b",
        Vpn.SERVER_ADDRESS,
        Integer.toString(WEB_PORT));
    server.awaitListener(Transport.TCP, WEB_PORT);
    stage.did(SERVER, "python3", "served the film inside the tunnel");
    stage.did(CLIENT, "curl", "downloaded the film inside the tunnel");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    String url = "http://%s:%d/%s".formatted(Vpn.SERVER_ADDRESS, WEB_PORT, stage.work().fileName());
    stage.run(CLIENT, "curl", "-sS", "--fail", "--max-time", "40", "-o", received.toString(), url);
    stage.arrived(received);
  }

  private void shareByTorrent(Stage stage) {
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    Torrent noTracker = new Torrent(stage.work(), "http://tracker.invalid/announce");
    Path file = noTracker.writeTo(stage.host(SERVER).folder().resolve("film.torrent"));
    stage.did(SERVER, "python3-libtorrent", "offered the film inside the tunnel");
    stage.did(CLIENT, "python3-libtorrent", "fetched the film inside the tunnel");
    LibtorrentPeer.start(
        stage, SERVER, Vpn.SERVER_ADDRESS, SEEDER_PORT, shared, file, List.of("--seed"), Map.of());
    stage.host(SERVER).awaitListener(Transport.TCP, SEEDER_PORT);
    Path received = stage.folder(CLIENT, "received");
    LibtorrentPeer.start(
        stage,
        CLIENT,
        Vpn.CLIENT_ADDRESS,
        LEECHER_PORT,
        received,
        file,
        List.of("--peer", Vpn.SERVER_ADDRESS + ":" + SEEDER_PORT),
        Map.of());
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(60));
  }
}
