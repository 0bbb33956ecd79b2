package org.dreyfus.recorder.scenario.bittorrent;

import java.nio.file.Path;
import java.util.Map;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Stage;

/** BitTorrent clients that fetch from others' seeders. */
enum Leecher {
  RTORRENT("rtorrent", "rtorrent") {
    @Override
    void start(Stage stage, String host, Path torrent, Path received, boolean encrypted) {
      Path configuration =
          stage.template(
              host,
              "rtorrent.rc",
              Map.of(
                  "received", received.toString(),
                  "port", Integer.toString(PORT),
                  "address", stage.address(host),
                  "torrent", torrent.toString(),
                  "encryption", encrypted ? "require,require_RC4" : "none"));
      stage
          .host(host)
          .start(Map.of("TERM", "xterm"), "rtorrent", "-n", "-o", "import=" + configuration);
      stage.listening(host, Transport.TCP, PORT, "rtorrent");
    }
  },
  QBITTORRENT("qbittorrent", "qbittorrent-nox") {
    @Override
    void start(Stage stage, String host, Path torrent, Path received, boolean encrypted) {
      Path profile = stage.folder(host, "profile");
      Path configuration =
          stage.template(
              host,
              "qBittorrent-client.conf",
              Map.of(
                  "received", received.toString(),
                  "port", Integer.toString(PORT),
                  "encryption", encrypted ? "1" : "2"));
      Path expected = stage.folder(host, "profile/qBittorrent/config");
      stage.run(host, "mv", configuration.toString(), expected + "/qBittorrent.conf");
      stage.host(host).start("qbittorrent-nox", "--profile=" + profile);
      stage.listening(host, Transport.TCP, PORT, "qbittorrent-nox");
      stage.host(host).awaitListener(Transport.TCP, WEB_PORT);
      String api = "http://127.0.0.1:" + WEB_PORT + "/api/v2/torrents/add";
      stage.run(host, "curl", "-sS", "--fail", "-F", "torrents=@" + torrent, api);
    }
  };

  static final int PORT = 6_890;
  private static final int WEB_PORT = 18_080;

  private final String id;
  private final String packageName;

  Leecher(String id, String packageName) {
    this.id = id;
    this.packageName = packageName;
  }

  String id() {
    return id;
  }

  String packageName() {
    return packageName;
  }

  /** Starts it on a torrent. */
  abstract void start(Stage stage, String host, Path torrent, Path received, boolean encrypted);
}
