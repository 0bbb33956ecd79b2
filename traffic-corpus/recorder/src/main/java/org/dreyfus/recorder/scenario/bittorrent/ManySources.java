package org.dreyfus.recorder.scenario.bittorrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.works.Torrent;
import org.dreyfus.recorder.works.WorkSize;

/**
 * A larger film comes from six sources at a time, each no faster than a home line of 2012 sends (10
 * KB/s a peer were usual; here three times that, to keep the session short).
 */
final class ManySources implements Scenario {

  private static final List<String> SOURCES =
      IntStream.rangeClosed(1, 6).mapToObj(number -> "source-" + number).toList();
  private static final String LEECHER = "leecher";
  private static final int FIRST_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;
  private static final String UPLOAD_BYTES_PER_SECOND = "30000";
  private static final String PACKAGE = "python3-libtorrent";
  private static final Tracker TRACKER = Tracker.CURATED;

  @Override
  public String id() {
    return "bittorrent-many-sources";
  }

  @Override
  public String story() {
    return "Somebody fetches a film of a megabyte from six others at a time, each of them slow.";
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/plain-tcp/curated-tracker,six-slow-sources";
  }

  @Override
  public WorkSize size() {
    return WorkSize.LARGE;
  }

  @Override
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>(List.of(Tracker.HOST, LEECHER));
    hosts.addAll(SOURCES);
    return hosts;
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(TRACKER.packages());
    packages.add(PACKAGE);
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    Torrent torrent = TRACKER.open(stage, stage.work(), hosts().subList(1, hosts().size()));
    Kind kind = Kind.plain("BitTorrent", "libtorrent");
    for (String source : SOURCES) {
      stage.content(source, LEECHER, Transport.TCP, port(source), kind);
      stage.content(source, LEECHER, Transport.TCP, LEECHER_PORT, kind);
      for (String other : SOURCES.subList(SOURCES.indexOf(source) + 1, SOURCES.size())) {
        stage.control(source, other, Transport.TCP, port(source), kind);
        stage.control(source, other, Transport.TCP, port(other), kind);
      }
    }
    for (String source : SOURCES) {
      stage.work().writeTo(stage.folder(source, "files"));
      List<String> slow = List.of("--seed", "--upload", UPLOAD_BYTES_PER_SECOND);
      peer(stage, source, port(source), torrent, slow, "offered the film, slowly");
    }
    LibtorrentPeer.pauseForAnnounce();
    peer(stage, LEECHER, LEECHER_PORT, torrent, List.of(), "fetched the film from many");
    Path received = stage.folder(LEECHER, "files").resolve(stage.work().fileName());
    stage.awaitArrival(received, Duration.ofSeconds(80));
  }

  private static int port(String source) {
    return FIRST_PORT + SOURCES.indexOf(source);
  }

  private static void peer(
      Stage stage, String host, int port, Torrent torrent, List<String> options, String deed) {
    stage.did(host, PACKAGE, deed);
    Path file = torrent.writeTo(stage.host(host).folder().resolve("film.torrent"));
    Path folder = stage.folder(host, "files");
    LibtorrentPeer.start(stage, host, port, folder, file.toString(), options);
    stage.listening(host, Transport.TCP, port, "python3");
  }
}
