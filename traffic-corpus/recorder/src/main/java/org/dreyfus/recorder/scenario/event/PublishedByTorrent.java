package org.dreyfus.recorder.scenario.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.scenario.bittorrent.Tracker;
import org.dreyfus.recorder.works.Torrent;
import org.dreyfus.recorder.works.WorkSize;

/** What publishers spread by BitTorrent because it is cheap: Linux images, updates of games. */
final class PublishedByTorrent implements Scenario {

  private static final Swarm.Peer PUBLISHER = new Swarm.Peer("publisher", 34_561);
  private static final Swarm.Peer MIRROR = new Swarm.Peer("mirror", 34_562);
  private static final Swarm.Peer READER = new Swarm.Peer("reader", 45_672);

  private final String id;
  private final String story;
  private final LegalBasis basis;
  private final WorkSize size;
  private final Tracker tracker;

  private PublishedByTorrent(
      String id, String story, LegalBasis basis, WorkSize size, Tracker tracker) {
    this.id = id;
    this.story = story;
    this.basis = basis;
    this.size = size;
    this.tracker = tracker;
  }

  static List<Scenario> all() {
    return List.of(
        new PublishedByTorrent(
            "linux-image",
            "Somebody fetches the installation image of a free operating system by BitTorrent.",
            LegalBasis.OPEN_LICENCE,
            WorkSize.USUAL,
            Tracker.CURATED),
        new PublishedByTorrent(
            "game-update",
            "A player's program fetches an update by BitTorrent from the maker and a player.",
            LegalBasis.RIGHTS_HOLDER,
            WorkSize.USUAL,
            Tracker.CURATED_UDP));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String story() {
    return story;
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/plain-tcp/%s,%s".formatted(tracker.topology(), id);
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, "publisher", "mirror", "reader");
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(tracker.packages());
    packages.add(Swarm.PACKAGE);
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public Optional<LegalBasis> alwaysLawful() {
    return Optional.of(basis);
  }

  @Override
  public WorkSize size() {
    return size;
  }

  @Override
  public void play(Stage stage) {
    Torrent torrent = tracker.open(stage, stage.work(), hosts().subList(1, 4));
    Swarm.content(stage, PUBLISHER, MIRROR);
    Swarm.content(stage, PUBLISHER, READER);
    Swarm.content(stage, MIRROR, READER);
    stage.did("publisher", Swarm.PACKAGE, "published it");
    stage.did("mirror", Swarm.PACKAGE, "had fetched it before and passed it on");
    stage.did("reader", Swarm.PACKAGE, "fetched it");
    Swarm.seed(stage, PUBLISHER, stage.work(), torrent);
    Swarm.seed(stage, MIRROR, stage.work(), torrent);
    LibtorrentPeer.pauseForAnnounce();
    Path received = Swarm.fetch(stage, READER, stage.work(), torrent);
    stage.awaitArrival(received, Duration.ofSeconds(60));
    LibtorrentPeer.pauseForAnnounce();
  }
}
