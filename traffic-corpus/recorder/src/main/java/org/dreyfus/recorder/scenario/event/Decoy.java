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

/**
 * The rights holder's agent offers a file under a wanted name that is not what the name says, and
 * somebody fetches it. Lawful to hand out, whatever its name; whether it is lawful to want it is
 * contestable.
 */
final class Decoy implements Scenario {

  private static final Swarm.Peer AGENT = new Swarm.Peer("agent", 34_561);
  private static final Swarm.Peer SEEKER = new Swarm.Peer("seeker", 45_672);
  private static final Tracker TRACKER = Tracker.OPEN;

  @Override
  public String id() {
    return "decoy-bittorrent";
  }

  @Override
  public String story() {
    return "Somebody fetches a film by BitTorrent that turns out to be a decoy.";
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/plain-tcp/open-tracker,decoy";
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, "agent", "seeker");
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(TRACKER.packages());
    packages.add(Swarm.PACKAGE);
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public Optional<LegalBasis> alwaysLawful() {
    return Optional.of(LegalBasis.DECOY);
  }

  @Override
  public void play(Stage stage) {
    Torrent torrent = TRACKER.open(stage, stage.work(), List.of("agent", "seeker"));
    Swarm.content(stage, AGENT, SEEKER);
    stage.did("agent", Swarm.PACKAGE, "offered a decoy on the rights holder's behalf");
    Swarm.seed(stage, AGENT, stage.work(), torrent);
    LibtorrentPeer.pauseForAnnounce();
    stage.did("seeker", Swarm.PACKAGE, "fetched the decoy");
    Path received = Swarm.fetch(stage, SEEKER, stage.work(), torrent);
    stage.awaitArrival(received, Duration.ofSeconds(60));
    LibtorrentPeer.pauseForAnnounce();
  }
}
