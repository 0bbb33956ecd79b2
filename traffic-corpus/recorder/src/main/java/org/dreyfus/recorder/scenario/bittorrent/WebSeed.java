package org.dreyfus.recorder.scenario.bittorrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.FileServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.works.Torrent;

/** A BitTorrent client fetches a torrent's pieces from a web server, for want of peers: BEP 19. */
final class WebSeed extends ClientServer {

  private static final int PORT = 45_672;

  WebSeed() {
    super(
        "bittorrent-libtorrent-web-seed",
        "libtorrent/HTTP/web-seed",
        "Somebody fetches a film with a BitTorrent client, from a web server.",
        Set.of("python3", "python3-libtorrent"));
  }

  @Override
  public void play(Stage stage) {
    contentOver(stage, FileServer.PORT, Kind.plain("HTTP", "libtorrent"));
    String url = FileServer.start(stage, SERVER, stage.address(SERVER));
    stage.listening(SERVER, Transport.TCP, FileServer.PORT, "python3");
    Torrent torrent = Torrent.withWebSeed(stage.work(), url);
    Path file = torrent.writeTo(stage.host(CLIENT).folder().resolve("film.torrent"));
    stage.did(CLIENT, "python3-libtorrent", "fetched the film");
    Path received = stage.folder(CLIENT, "received");
    LibtorrentPeer.start(stage, CLIENT, PORT, received, file.toString(), List.of());
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(60));
  }
}
