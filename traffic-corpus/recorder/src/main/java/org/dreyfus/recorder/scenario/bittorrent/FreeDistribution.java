package org.dreyfus.recorder.scenario.bittorrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.works.Torrent;

/** A project shares what it publishes under an open licence by BitTorrent, to take load off. */
final class FreeDistribution implements Scenario {

  private static final String PROJECT = "project";
  private static final String READER = "reader";
  private static final int PROJECT_PORT = 34_561;

  private final Tracker tracker;

  FreeDistribution(Tracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public String id() {
    return "distribution-rtorrent-" + tracker.topology();
  }

  @Override
  public String story() {
    return "Somebody fetches what a project publishes for everybody by BitTorrent with rtorrent.";
  }

  @Override
  public String cluster() {
    return "rtorrent+libtorrent/BitTorrent/plain-tcp/" + tracker.topology();
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, PROJECT, READER);
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(tracker.packages());
    packages.addAll(List.of("python3-libtorrent", "rtorrent"));
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public Optional<LegalBasis> alwaysLawful() {
    return Optional.of(LegalBasis.OPEN_LICENCE);
  }

  @Override
  public void play(Stage stage) {
    Torrent torrent = tracker.open(stage, stage.work(), List.of(PROJECT, READER));
    Kind kind = Kind.plain("BitTorrent", "rtorrent");
    stage.content(PROJECT, READER, Transport.TCP, PROJECT_PORT, kind);
    stage.content(PROJECT, READER, Transport.TCP, Leecher.PORT, kind);
    Path shared = stage.work().shareFrom(stage.folder(PROJECT, "shared"));
    Path file = torrent.writeTo(stage.host(PROJECT).folder().resolve("film.torrent"));
    stage.did(PROJECT, "python3-libtorrent", "published the film");
    LibtorrentPeer.start(stage, PROJECT, PROJECT_PORT, shared, file, List.of("--seed"), Map.of());
    stage.listening(PROJECT, Transport.TCP, PROJECT_PORT, "python3");
    LibtorrentPeer.pauseForAnnounce();
    Path received = stage.folder(READER, "received");
    stage.did(READER, "rtorrent", "fetched the film");
    Path copy = torrent.writeTo(stage.host(READER).folder().resolve("film.torrent"));
    Leecher.RTORRENT.start(stage, READER, copy, received, false);
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(75));
    LibtorrentPeer.pauseForAnnounce();
  }
}
