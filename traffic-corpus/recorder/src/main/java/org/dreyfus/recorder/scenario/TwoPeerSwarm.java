package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.Torrent;

/** A tracker, a seeder and a leecher: who runs which client is up to the scenario. */
abstract class TwoPeerSwarm implements Scenario {

  static final String SEEDER = "seeder";
  static final String LEECHER = "leecher";

  private static final Duration LIMIT = Duration.ofSeconds(75);

  private final Tracker tracker;
  private final Set<String> clientPackages;

  TwoPeerSwarm(Tracker tracker, Set<String> clientPackages) {
    this.tracker = tracker;
    this.clientPackages = clientPackages;
  }

  @Override
  public final List<String> hosts() {
    return List.of(Tracker.HOST, SEEDER, LEECHER);
  }

  @Override
  public final Set<String> packages() {
    Set<String> packages = new TreeSet<>(tracker.packages());
    packages.addAll(clientPackages);
    return packages;
  }

  @Override
  public final boolean movesWork() {
    return true;
  }

  @Override
  public final void play(Stage stage) {
    Torrent torrent = tracker.open(stage, stage.work(), List.of(SEEDER, LEECHER));
    for (int port : ports()) {
      stage.content(SEEDER, LEECHER, transport(), port, kind());
    }
    Path shared = stage.work().shareFrom(stage.folder(SEEDER, "shared"));
    seed(stage, shared, torrent);
    LibtorrentPeer.pauseForAnnounce();
    Path received = stage.folder(LEECHER, "received");
    fetch(stage, received, torrent);
    stage.awaitArrival(received.resolve(stage.work().fileName()), LIMIT);
    LibtorrentPeer.pauseForAnnounce();
  }

  final Tracker tracker() {
    return tracker;
  }

  /** Ports that the two peers listen on. */
  abstract List<Integer> ports();

  /** What the flows between the peers look like. */
  abstract Kind kind();

  /** What the flows between the peers run over. */
  Transport transport() {
    return Transport.TCP;
  }

  /** Starts the seeder on a folder that holds the work; returns when it listens. */
  abstract void seed(Stage stage, Path shared, Torrent torrent);

  /** Starts the leecher on an empty folder; returns when it listens. */
  abstract void fetch(Stage stage, Path received, Torrent torrent);

  /** The torrent file, in the host's folder. */
  static Path torrentFile(Stage stage, String host, Torrent torrent) {
    return torrent.writeTo(stage.host(host).folder().resolve("film.torrent"));
  }
}
