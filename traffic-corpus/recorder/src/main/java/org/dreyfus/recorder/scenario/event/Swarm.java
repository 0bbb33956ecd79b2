package org.dreyfus.recorder.scenario.event;

import java.nio.file.Path;
import java.util.List;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.works.MediaFile;
import org.dreyfus.recorder.works.Torrent;

/** Ordinary peers of the events: libtorrent, plain, over TCP, on a port of their own each. */
final class Swarm {

  static final String PACKAGE = "python3-libtorrent";

  private static final Kind PLAIN = Kind.plain("BitTorrent", "libtorrent");

  private Swarm() {}

  /** A host and the port that its client listens on. */
  record Peer(String host, int port) {}

  /** Declares what two peers may exchange. */
  static void content(Stage stage, Peer one, Peer other) {
    stage.content(one.host(), other.host(), Transport.TCP, one.port(), PLAIN);
    stage.content(one.host(), other.host(), Transport.TCP, other.port(), PLAIN);
  }

  /** Starts a peer that has the work. */
  static void seed(Stage stage, Peer peer, MediaFile work, Torrent torrent) {
    work.writeTo(stage.folder(peer.host(), "files"));
    start(stage, peer, torrent, List.of("--seed"));
  }

  /** Starts a peer that wants it, and returns where it will be. */
  static Path fetch(Stage stage, Peer peer, MediaFile work, Torrent torrent) {
    start(stage, peer, torrent, List.of());
    return stage.folder(peer.host(), "files").resolve(work.fileName());
  }

  private static void start(Stage stage, Peer peer, Torrent torrent, List<String> options) {
    String host = peer.host();
    Path file = torrent.writeTo(stage.host(host).folder().resolve("film.torrent"));
    Path folder = stage.folder(host, "files");
    LibtorrentPeer.start(stage, host, peer.port(), folder, file.toString(), options);
    stage.listening(host, Transport.TCP, peer.port(), "python3");
  }
}
