package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.Origin;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.works.Torrent;

/** A film moves inside a VPN, by web download or by BitTorrent. */
final class Tunnel extends ClientServer {

  private static final int WEB_PORT = 8000;
  private static final int SEEDER_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;

  private final Passage vpn;
  private final Inner inner;

  /** What people do inside. */
  private enum Inner {
    WEB("web", "HTTP", "web download", "python3", "curl"),
    BITTORRENT("bittorrent", "BitTorrent", "BitTorrent", "python3-libtorrent"),
    RSYNC("rsync", "RSYNC", "rsync", "rsync");

    private final String id;
    private final String protocol;
    private final String title;
    private final List<String> packages;

    Inner(String id, String protocol, String title, String... packages) {
      this.id = id;
      this.protocol = protocol;
      this.title = title;
      this.packages = List.of(packages);
    }
  }

  private Tunnel(Passage vpn, Inner inner) {
    super(
        "vpn-" + vpn.id() + "-" + inner.id,
        vpn.id() + "/" + vpn.protocol() + "/carries-" + inner.protocol,
        "Two machines joined by %s share a film through it by %s."
            .formatted(vpn.title(), inner.title),
        packages(vpn, inner));
    this.vpn = vpn;
    this.inner = inner;
  }

  static List<Scenario> all() {
    List<Scenario> scenarios = new ArrayList<>();
    List<Passage> passages = new ArrayList<>(List.of(Vpn.values()));
    passages.addAll(List.of(Reenacted.values()));
    for (Passage vpn : passages) {
      scenarios.add(new Tunnel(vpn, Inner.WEB));
      scenarios.add(new Tunnel(vpn, Inner.BITTORRENT));
    }
    scenarios.add(new Tunnel(Vpn.OPENVPN_UDP, Inner.RSYNC));
    scenarios.add(new Tunnel(Vpn.WIREGUARD, Inner.RSYNC));
    return scenarios;
  }

  private static Set<String> packages(Passage vpn, Inner inner) {
    Set<String> packages = new TreeSet<>(vpn.packages());
    packages.addAll(inner.packages);
    return packages;
  }

  @Override
  public Origin origin() {
    return vpn.origin();
  }

  @Override
  public Optional<Fidelity> fidelity() {
    return vpn.fidelity();
  }

  @Override
  public void play(Stage stage) {
    vpn.declare(stage, SERVER, CLIENT, inner.protocol);
    vpn.up(stage, SERVER, CLIENT);
    switch (inner) {
      case WEB -> shareByWeb(stage);
      case BITTORRENT -> shareByTorrent(stage);
      case RSYNC -> shareByRsync(stage);
    }
  }

  private void shareByRsync(Stage stage) {
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    Path configuration =
        stage.write(
            SERVER, "rsyncd.conf", "use chroot = no\n[films]\npath = %s\n".formatted(shared));
    stage
        .host(SERVER)
        .start(
            "rsync",
            "--daemon",
            "--no-detach",
            "--address=" + Vpn.SERVER_ADDRESS,
            "--config=" + configuration);
    stage.host(SERVER).awaitListener(Transport.TCP, 873);
    stage.did(SERVER, "rsync", "served the film inside the tunnel");
    stage.did(CLIENT, "rsync", "fetched the film inside the tunnel");
    Path received = stage.host(CLIENT).folder().resolve("received");
    String url = "rsync://%s/films/%s".formatted(Vpn.SERVER_ADDRESS, stage.work().fileName());
    stage.run(CLIENT, "rsync", url, received.toString());
    stage.arrived(received);
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
