package org.dreyfus.recorder.scenario.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.scenario.bittorrent.Tracker;
import org.dreyfus.recorder.works.Torrent;

/**
 * Two people share a film, and the tracker's list names a third who never moved a byte: a client
 * that announces itself and can do nothing else, or a printer whose address somebody else announced
 * through the tracker's {@code ip} parameter (the accused printer of the University of Washington).
 */
final class Bystander implements Scenario {

  private static final Swarm.Peer SEEDER = new Swarm.Peer("seeder", 34_561);
  private static final Swarm.Peer LEECHER = new Swarm.Peer("leecher", 45_672);
  private static final Tracker TRACKER = Tracker.OPEN;
  private static final int ANNOUNCED_PORT = 7_778;
  private static final int PRINT_PORT = 9_100;
  private static final String TALKER = "talker";
  private static final String PRINTER = "printer";

  private final boolean printer;

  private Bystander(boolean printer) {
    this.printer = printer;
  }

  static List<Scenario> all() {
    return List.of(new Bystander(false), new Bystander(true));
  }

  @Override
  public String id() {
    return printer ? "accused-printer" : "announce-only";
  }

  @Override
  public String story() {
    return printer
        ? "Two people share a film by BitTorrent, and somebody announces a printer's address."
        : "Two people share a film by BitTorrent, and somebody only announces that he has it.";
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/plain-tcp/open-tracker,"
        + (printer ? "accused-printer" : "announce-only");
  }

  @Override
  public List<String> hosts() {
    return printer
        ? List.of(Tracker.HOST, "seeder", "leecher", TALKER, PRINTER)
        : List.of(Tracker.HOST, "seeder", "leecher", TALKER);
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(TRACKER.packages());
    packages.addAll(Set.of(Swarm.PACKAGE, "python3", "netcat-openbsd"));
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    Torrent torrent = TRACKER.open(stage, stage.work(), List.of("seeder", "leecher", TALKER));
    Swarm.content(stage, SEEDER, LEECHER);
    declareAttempts(stage);
    if (printer) {
      print(stage);
    }
    announce(stage, torrent);
    stage.did("seeder", Swarm.PACKAGE, "offered the film");
    Swarm.seed(stage, SEEDER, stage.work(), torrent);
    LibtorrentPeer.pauseForAnnounce();
    stage.did("leecher", Swarm.PACKAGE, "fetched the film");
    Path received = Swarm.fetch(stage, LEECHER, stage.work(), torrent);
    stage.awaitArrival(received, Duration.ofSeconds(60));
    LibtorrentPeer.pauseForAnnounce();
  }

  /** The others try to reach who is on the list, and nobody answers. */
  private void declareAttempts(Stage stage) {
    Kind attempt = Kind.plain("BitTorrent", "libtorrent");
    String accused = printer ? PRINTER : TALKER;
    for (Swarm.Peer peer : List.of(SEEDER, LEECHER)) {
      stage.control(peer.host(), accused, Transport.TCP, ANNOUNCED_PORT, attempt);
    }
  }

  private void announce(Stage stage, Torrent torrent) {
    Path script = stage.template(TALKER, "announce.py", Map.of());
    String url = TRACKER.announceUrl(stage);
    String port = Integer.toString(ANNOUNCED_PORT);
    if (printer) {
      String victim = stage.address(PRINTER);
      stage.did(TALKER, "python3", "announced the printer's address; moved nothing of the film");
      stage.run(
          TALKER,
          "/usr/bin/python3",
          script.toString(),
          url,
          port,
          "--ip",
          victim,
          torrent.infoHash());
    } else {
      stage.did(TALKER, "python3", "announced itself and could neither send nor receive");
      stage.run(TALKER, "/usr/bin/python3", script.toString(), url, port, torrent.infoHash());
    }
  }

  /** The printer prints, as printers do. */
  private static void print(Stage stage) {
    stage.background(TALKER, PRINTER, Transport.TCP, PRINT_PORT, Kind.plain("JetDirect", "netcat"));
    stage.host(PRINTER).start("nc", "-l", "-N", stage.address(PRINTER), "" + PRINT_PORT);
    stage.listening(PRINTER, Transport.TCP, PRINT_PORT, "nc");
    stage.did(PRINTER, "netcat-openbsd", "printed a page; spoke no BitTorrent");
    Path page = stage.write(TALKER, "page.txt", "\u001b%-12345X@PJL\r\nA page of text\r\n\f");
    stage.run(
        TALKER, "sh", "-c", "nc -N %s %d < %s".formatted(stage.address(PRINTER), PRINT_PORT, page));
  }
}
