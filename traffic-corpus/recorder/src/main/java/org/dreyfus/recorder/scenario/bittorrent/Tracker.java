package org.dreyfus.recorder.scenario.bittorrent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;
import org.dreyfus.recorder.works.MediaFile;
import org.dreyfus.recorder.works.Torrent;

/** The trackers of the lab. One takes any torrent, the other only what its operator added. */
public enum Tracker {
  /** qBittorrent's embedded tracker: indexes whatever is announced. */
  OPEN("open-tracker", "qbittorrent-nox", 9000, "http", Transport.TCP, true),
  /** opentracker in its whitelist build, asked over HTTP. */
  CURATED("curated-tracker", "opentracker", 6969, "http", Transport.TCP, false),
  /** The same, asked over UDP: BEP 15. */
  CURATED_UDP("curated-tracker", "opentracker", 6969, "udp", Transport.UDP, false),
  /** An open tracker on the port that Revision3's had. */
  OPEN_20000("show-tracker", "qbittorrent-nox", 20_000, "http", Transport.TCP, true),
  /** A curated one there: what Revision3's became. */
  CURATED_20000("show-tracker-curated", "opentracker", 20_000, "http", Transport.TCP, false);

  public static final String HOST = "tracker";

  private final String service;
  private final String program;
  private final int port;
  private final String scheme;
  private final Transport transport;
  private final boolean listed;

  Tracker(
      String service,
      String program,
      int port,
      String scheme,
      Transport transport,
      boolean listed) {
    this.service = service;
    this.program = program;
    this.port = port;
    this.scheme = scheme;
    this.transport = transport;
    this.listed = listed;
  }

  /** Where clients announce themselves. */
  public String announceUrl(Stage stage) {
    return "%s://%s:%d/announce".formatted(scheme, stage.address(HOST), port);
  }

  public int port() {
    return port;
  }

  /** The flows of announces look like this. */
  public Kind kind() {
    return Kind.plain("BitTorrent", program);
  }

  /** Starts the tracker, and makes the torrent that names it. */
  public Torrent open(Stage stage, MediaFile work, List<String> peers) {
    Torrent torrent = new Torrent(work, announceUrl(stage));
    start(stage, torrent);
    stage.listening(HOST, transport, port, program);
    stage.service(HOST, service, "BitTorrent", port, listed);
    stage.did(HOST, program, "tracked who has the torrent");
    for (String peer : peers) {
      stage.control(peer, HOST, transport, port, kind());
    }
    return torrent;
  }

  private void start(Stage stage, Torrent torrent) {
    if (program.equals("opentracker")) {
      startOpentracker(stage, torrent);
    } else {
      startQbittorrent(stage);
    }
  }

  private void startQbittorrent(Stage stage) {
    stage.folder(HOST, "qBittorrent/config");
    stage.template(HOST, "qBittorrent.conf", Map.of("port", Integer.toString(port)));
    copy(stage, "qBittorrent.conf", "qBittorrent/config/qBittorrent.conf");
    stage.host(HOST).start("qbittorrent-nox", "--profile=" + stage.host(HOST).folder());
  }

  /** Part of the names of clusters. */
  public String topology() {
    return service + (transport == Transport.UDP ? "-udp" : "");
  }

  public Set<String> packages() {
    return Set.of(program);
  }

  private void startOpentracker(Stage stage, Torrent torrent) {
    stage.write(HOST, "whitelist.txt", torrent.infoHash() + "\n");
    String listen = "listen.tcp_udp " + stage.address(HOST) + ":" + port + "\n";
    stage.write(HOST, "opentracker.conf", listen + "access.whitelist whitelist.txt\n");
    Worlds.readable(stage.host(HOST).folder());
    String folder = stage.host(HOST).folder().toString();
    stage
        .host(HOST)
        .start("opentracker", "-d", folder, "-f", folder + "/opentracker.conf", "-u", "nobody");
  }

  private static void copy(Stage stage, String from, String to) {
    Path folder = stage.host(HOST).folder();
    try {
      Files.copy(folder.resolve(from), folder.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
