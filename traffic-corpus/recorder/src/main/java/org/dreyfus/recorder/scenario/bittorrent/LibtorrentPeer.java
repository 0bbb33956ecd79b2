package org.dreyfus.recorder.scenario.bittorrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.scenario.Stage;

/** Starts a libtorrent peer on a host. */
public final class LibtorrentPeer {

  private static final String SCRIPT = "libtorrent_peer.py";

  private LibtorrentPeer() {}

  public static Running start(
      Stage stage,
      String host,
      int port,
      Path folder,
      Path torrent,
      List<String> options,
      Map<String, String> environment) {
    return start(stage, host, stage.address(host), port, folder, torrent, options, environment);
  }

  /**
   * Starts a peer on the host's own address.
   *
   * @param source a torrent file or a magnet link
   */
  public static Running start(
      Stage stage, String host, int port, Path folder, String source, List<String> options) {
    return start(stage, host, stage.address(host), port, folder, source, options, Map.of());
  }

  public static Running start(
      Stage stage,
      String host,
      String address,
      int port,
      Path folder,
      Path torrent,
      List<String> options,
      Map<String, String> environment) {
    return start(stage, host, address, port, folder, torrent.toString(), options, environment);
  }

  private static Running start(
      Stage stage,
      String host,
      String address,
      int port,
      Path folder,
      String source,
      List<String> options,
      Map<String, String> environment) {
    Path script = stage.template(host, SCRIPT, Map.of());
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/python3",
                script.toString(),
                address,
                Integer.toString(port),
                folder.toString(),
                source));
    command.addAll(options);
    return stage.host(host).start(environment, command.toArray(String[]::new));
  }

  /** Long enough for a peer to have told the tracker that it is there. */
  public static void pauseForAnnounce() {
    LabHost.pause(Duration.ofMillis(1_500));
  }
}
