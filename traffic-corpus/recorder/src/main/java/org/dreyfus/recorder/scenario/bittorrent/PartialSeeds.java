package org.dreyfus.recorder.scenario.bittorrent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.works.Torrent;

/**
 * Nobody has the whole film: two peers hold a part each, and a third puts it together from both. A
 * piece alone is near to noise.
 */
final class PartialSeeds implements Scenario {

  private static final Map<String, Integer> HOLDERS =
      Map.of("holder-a", 34_561, "holder-b", 34_562);
  private static final String LEECHER = "leecher";
  private static final int LEECHER_PORT = 45_672;
  private static final int PIECE_BYTES = 16_384;
  private static final String PACKAGE = "python3-libtorrent";
  private static final Tracker TRACKER = Tracker.OPEN;

  @Override
  public String id() {
    return "bittorrent-partial-seeds";
  }

  @Override
  public String story() {
    return "Somebody puts a film together from two others who each have only part of it.";
  }

  @Override
  public String cluster() {
    return "libtorrent/BitTorrent/plain-tcp/open-tracker,partial-seeds";
  }

  @Override
  public List<String> hosts() {
    return List.of(Tracker.HOST, "holder-a", "holder-b", LEECHER);
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
    Torrent torrent = TRACKER.open(stage, stage.work(), hosts().subList(1, 4));
    Kind kind = Kind.plain("BitTorrent", "libtorrent");
    for (Map.Entry<String, Integer> holder : HOLDERS.entrySet()) {
      stage.content(holder.getKey(), LEECHER, Transport.TCP, holder.getValue(), kind);
      stage.content(holder.getKey(), LEECHER, Transport.TCP, LEECHER_PORT, kind);
      stage.content("holder-a", "holder-b", Transport.TCP, holder.getValue(), kind);
    }
    byte[] whole = stage.work().bytes();
    hold(stage, "holder-a", Arrays.copyOf(whole, PIECE_BYTES), 0);
    hold(stage, "holder-b", Arrays.copyOfRange(whole, PIECE_BYTES, whole.length), PIECE_BYTES);
    HOLDERS.forEach(
        (host, port) ->
            peer(stage, host, port, torrent, List.of("--content"), "had only part of the film"));
    LibtorrentPeer.pauseForAnnounce();
    peer(stage, LEECHER, LEECHER_PORT, torrent, List.of(), "put the film together from both");
    Path received = stage.folder(LEECHER, "files").resolve(stage.work().fileName());
    stage.awaitArrival(received, Duration.ofSeconds(60));
    LibtorrentPeer.pauseForAnnounce();
  }

  /** Writes a file that has one part of the film and noughts elsewhere. */
  private static void hold(Stage stage, String host, byte[] part, int offset) {
    byte[] file = new byte[stage.work().bytes().length];
    System.arraycopy(part, 0, file, offset, part.length);
    try {
      Files.write(stage.folder(host, "files").resolve(stage.work().fileName()), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
