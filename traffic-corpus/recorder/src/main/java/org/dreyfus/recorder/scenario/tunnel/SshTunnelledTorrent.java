package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.SshServer;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.works.Torrent;

/** BitTorrent between two machines, inside an SSH port forwarding. */
final class SshTunnelledTorrent extends ClientServer {

  private static final int SEEDER_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;
  private static final int FORWARDED_PORT = 7_001;

  SshTunnelledTorrent() {
    super(
        "ssh-tunnel-bittorrent",
        "openssh/SSH/carries-BitTorrent",
        "Two people share a film by BitTorrent through an SSH tunnel.",
        Set.of("openssh-server", "openssh-client", "python3-libtorrent"));
  }

  @Override
  public void play(Stage stage) {
    SshServer ssh = SshServer.start(stage, SERVER, CLIENT);
    contentOver(stage, SshServer.PORT, Kind.tunnel("SSH", "openssh", "BitTorrent"));
    Torrent torrent = new Torrent(stage.work(), "http://tracker.invalid/announce");
    Path file = torrent.writeTo(stage.host(SERVER).folder().resolve("film.torrent"));
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    stage.did(SERVER, "python3-libtorrent", "offered the film inside the tunnel");
    stage.did(CLIENT, "python3-libtorrent", "fetched the film inside the tunnel");
    LibtorrentPeer.start(
        stage, SERVER, "127.0.0.1", SEEDER_PORT, shared, file, List.of("--seed"), Map.of());
    stage.host(SERVER).awaitListener(Transport.TCP, SEEDER_PORT);
    forward(stage, ssh);
    Path received = stage.folder(CLIENT, "received");
    LibtorrentPeer.start(
        stage,
        CLIENT,
        "127.0.0.1",
        LEECHER_PORT,
        received,
        file,
        List.of("--peer", "127.0.0.1:" + FORWARDED_PORT),
        Map.of());
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(60));
  }

  private static void forward(Stage stage, SshServer ssh) {
    List<String> command = new ArrayList<>(List.of("ssh"));
    command.addAll(ssh.options());
    command.addAll(
        List.of(
            "-N",
            "-L",
            "127.0.0.1:%d:127.0.0.1:%d".formatted(FORWARDED_PORT, SEEDER_PORT),
            "root@" + stage.address(SERVER)));
    stage.host(CLIENT).start(command.toArray(String[]::new));
    stage.host(CLIENT).awaitListener(Transport.TCP, FORWARDED_PORT);
  }
}
