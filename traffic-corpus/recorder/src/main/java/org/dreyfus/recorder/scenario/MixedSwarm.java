package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.Torrent;

/** Another BitTorrent client fetches from a libtorrent seeder over TCP, plain or encrypted. */
final class MixedSwarm extends TwoPeerSwarm {

  private static final int SEEDER_PORT = 34_561;

  private final Leecher leecher;
  private final boolean encrypted;

  MixedSwarm(Leecher leecher, boolean encrypted, Tracker tracker) {
    super(tracker, clients(leecher));
    this.leecher = leecher;
    this.encrypted = encrypted;
  }

  @Override
  public String id() {
    return "bittorrent-%s-%s-%s".formatted(leecher.id(), wire(), tracker().topology());
  }

  @Override
  public String story() {
    return "One person fetches a film with %s from another, who runs libtorrent, %s."
        .formatted(leecher.id(), encrypted ? "with encryption switched on" : "unencrypted");
  }

  @Override
  public String cluster() {
    return "%s+libtorrent/BitTorrent/%s-tcp/%s"
        .formatted(leecher.id(), wire(), tracker().topology());
  }

  private static Set<String> clients(Leecher leecher) {
    return leecher == Leecher.QBITTORRENT
        ? Set.of("python3-libtorrent", leecher.packageName(), "curl")
        : Set.of("python3-libtorrent", leecher.packageName());
  }

  @Override
  List<Integer> ports() {
    return List.of(SEEDER_PORT, Leecher.PORT);
  }

  @Override
  Kind kind() {
    return encrypted
        ? Kind.obfuscated("BitTorrent", leecher.id())
        : Kind.plain("BitTorrent", leecher.id());
  }

  @Override
  void fetch(Stage stage, Path received, Torrent torrent) {
    stage.did(LEECHER, leecher.packageName(), "fetched the film");
    leecher.start(stage, LEECHER, torrentFile(stage, LEECHER, torrent), received, encrypted);
  }

  @Override
  void seed(Stage stage, Path shared, Torrent torrent) {
    Path file = torrentFile(stage, SEEDER, torrent);
    List<String> options = new ArrayList<>(List.of("--seed"));
    if (encrypted) {
      options.add("--encrypt");
    }
    stage.did(SEEDER, "python3-libtorrent", "offered the film");
    LibtorrentPeer.start(stage, SEEDER, SEEDER_PORT, shared, file, options, Map.of());
    stage.listening(SEEDER, Transport.TCP, SEEDER_PORT, "python3");
  }

  private String wire() {
    return encrypted ? "mse" : "plain";
  }
}
