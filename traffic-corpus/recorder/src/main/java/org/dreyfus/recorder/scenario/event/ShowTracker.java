package org.dreyfus.recorder.scenario.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.recorder.RecordingFailure;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.FurtherWork;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.scenario.bittorrent.Tracker;
import org.dreyfus.recorder.works.Torrent;

/**
 * Revision3, May 2008: a studio spreads its own show by BitTorrent, with a tracker on port 20000
 * that knows hashes only. A stranger has it index foreign torrents. When the tracker takes its own
 * alone, connection requests come in at 8,000 a second.
 */
final class ShowTracker implements Scenario {

  private static final Swarm.Peer STUDIO = new Swarm.Peer("studio", 34_561);
  private static final Swarm.Peer VIEWER = new Swarm.Peer("viewer", 45_672);
  private static final String INJECTOR = "injector";
  private static final String FOREIGN = "foreign";
  private static final int ANNOUNCES = 4;
  private static final int FLOOD_PER_SECOND = 8_000;
  private static final int FLOOD_PACKETS = 1_200;

  /** What becomes of the foreign torrents. */
  private enum Chapter {
    INJECTED("lets others index their torrents", Tracker.OPEN_20000),
    REFUSED("refuses torrents of others", Tracker.CURATED_20000),
    FLOODED("is flooded with connection requests", Tracker.CURATED_20000);

    private final String what;
    private final Tracker tracker;

    Chapter(String what, Tracker tracker) {
      this.what = what;
      this.tracker = tracker;
    }
  }

  private final Chapter chapter;

  private ShowTracker(Chapter chapter) {
    this.chapter = chapter;
  }

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (Chapter chapter : Chapter.values()) {
      all.add(new ShowTracker(chapter));
    }
    return all;
  }

  private String name() {
    return chapter.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String id() {
    return "revision3-" + name();
  }

  @Override
  public String story() {
    return "A studio spreads its own film by BitTorrent, and its tracker " + chapter.what + ".";
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/plain-tcp/tracker-20000," + name();
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, "studio", "viewer", INJECTOR);
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(chapter.tracker.packages());
    packages.addAll(Set.of(Swarm.PACKAGE, "python3"));
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public Optional<LegalBasis> alwaysLawful() {
    return Optional.of(LegalBasis.RIGHTS_HOLDER);
  }

  @Override
  public List<FurtherWork> furtherWorks() {
    return List.of(new FurtherWork(FOREIGN, LegalBasis.UNLICENSED_COPY));
  }

  @Override
  public Set<String> tags() {
    return Set.of("revision3");
  }

  @Override
  public void play(Stage stage) {
    Torrent torrent = chapter.tracker.open(stage, stage.work(), List.of("studio", "viewer"));
    Swarm.content(stage, STUDIO, VIEWER);
    stage.did("studio", Swarm.PACKAGE, "published its own film");
    Swarm.seed(stage, STUDIO, stage.work(), torrent);
    if (chapter == Chapter.FLOODED) {
      flood(stage);
    } else {
      inject(stage);
    }
    LibtorrentPeer.pauseForAnnounce();
    stage.did("viewer", Swarm.PACKAGE, "fetched the studio's film");
    Path received = Swarm.fetch(stage, VIEWER, stage.work(), torrent);
    stage.awaitArrival(received, Duration.ofSeconds(60));
    LibtorrentPeer.pauseForAnnounce();
  }

  private void inject(Stage stage) {
    Tracker tracker = chapter.tracker;
    String url = tracker.announceUrl(stage);
    stage.controlOf(FOREIGN, INJECTOR, Tracker.HOST, Transport.TCP, tracker.port(), tracker.kind());
    Torrent foreign = new Torrent(stage.work(FOREIGN), url);
    Path script = stage.template(INJECTOR, "announce.py", Map.of());
    stage.did(INJECTOR, "python3", "announced a film that is not the studio's; moved nothing");
    for (int i = 0; i < ANNOUNCES; i++) {
      String port = Integer.toString(7_001 + i);
      String answer =
          stage.run(INJECTOR, "/usr/bin/python3", script.toString(), url, port, foreign.infoHash());
      if (answer.contains("failure reason") != (chapter == Chapter.REFUSED)) {
        throw new RecordingFailure("the tracker's answer is not of this story: " + answer);
      }
    }
  }

  private void flood(Stage stage) {
    stage.attack(
        INJECTOR,
        Tracker.HOST,
        Transport.TCP,
        chapter.tracker.port(),
        Kind.plain("TCP", "syn-flood"));
    Path script = stage.template(INJECTOR, "syn_flood.py", Map.of());
    String millis =
        stage.run(
            INJECTOR,
            "/usr/bin/python3",
            script.toString(),
            stage.address(Tracker.HOST),
            Integer.toString(chapter.tracker.port()),
            Integer.toString(FLOOD_PER_SECOND),
            Integer.toString(FLOOD_PACKETS));
    stage.did(
        INJECTOR,
        "python3",
        "sent %d connection requests in %s ms".formatted(FLOOD_PACKETS, millis.strip()));
    LabHost.pause(Duration.ofMillis(200));
  }
}
