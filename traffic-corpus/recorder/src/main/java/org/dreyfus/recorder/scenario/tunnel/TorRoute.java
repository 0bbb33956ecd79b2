package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.Role;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.FileServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.bittorrent.LibtorrentPeer;
import org.dreyfus.recorder.works.Torrent;

/**
 * A film comes to a client over Tor. The client's connections to the network carry it, unreadable;
 * so does the last relay's to the server, in the clear. Which of the relays' connections among each
 * other carried it is what Tor hides: their status is undetermined.
 */
final class TorRoute implements Scenario {

  private static final String SERVER = "server";
  private static final String CLIENT = "client";
  private static final String BRIDGE = "bridge";
  private static final int SEEDER_PORT = 34_561;
  private static final int LEECHER_PORT = 45_672;
  private static final String HIDDEN = "Which relays passed the work on is what the network hides.";

  private final boolean torrent;
  private final boolean bridged;

  private TorRoute(boolean torrent, boolean bridged) {
    this.torrent = torrent;
    this.bridged = bridged;
  }

  static List<Scenario> all() {
    return List.of(new TorRoute(true, false), new TorRoute(false, true));
  }

  private String inner() {
    return torrent ? "BitTorrent" : "HTTP";
  }

  @Override
  public String id() {
    return "tor-" + (bridged ? "obfs4-" : "") + (torrent ? "bittorrent" : "web");
  }

  @Override
  public String story() {
    return "Somebody fetches a film over Tor%s by %s."
        .formatted(
            bridged ? ", entering by a bridge," : "", torrent ? "BitTorrent" : "web download");
  }

  @Override
  public String cluster() {
    return "tor/%s/private-network,carries-%s".formatted(bridged ? "obfs4" : "Tor", inner());
  }

  @Override
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>(TorNetwork.RELAYS);
    hosts.addAll(List.of(SERVER, CLIENT));
    if (bridged) {
      hosts.add(BRIDGE);
    }
    return hosts;
  }

  @Override
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>(List.of("tor", "python3"));
    packages.add(torrent ? "python3-libtorrent" : "curl");
    if (bridged) {
      packages.add("obfs4proxy");
    }
    return packages;
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    declare(stage);
    TorNetwork network = new TorNetwork(stage);
    network.start();
    if (bridged) {
      network.clientByBridge(CLIENT, BRIDGE);
    } else {
      network.client(CLIENT);
    }
    if (torrent) {
      share(stage);
    } else {
      download(stage);
    }
  }

  private void declare(Stage stage) {
    Kind onion = Kind.tunnel("Tor", "tor", inner());
    Kind directory = Kind.plain("HTTP", "tor");
    int serverPort = torrent ? SEEDER_PORT : FileServer.PORT;
    for (String relay : TorNetwork.RELAYS) {
      for (String other : TorNetwork.RELAYS) {
        if (relay.compareTo(other) < 0) {
          hidden(stage, relay, other, onion);
          stage.control(relay, other, Transport.TCP, TorNetwork.DIR_PORT, directory);
        }
      }
      stage.content(relay, SERVER, Transport.TCP, serverPort, Kind.plain(inner(), "tor"));
      stage.control(CLIENT, relay, Transport.TCP, TorNetwork.DIR_PORT, directory);
      if (bridged) {
        hidden(stage, BRIDGE, relay, onion);
        stage.control(BRIDGE, relay, Transport.TCP, TorNetwork.DIR_PORT, directory);
      } else {
        stage.content(CLIENT, relay, Transport.TCP, TorNetwork.OR_PORT, onion);
      }
    }
    if (bridged) {
      Kind noise = Kind.obfuscated("obfs4", "tor");
      stage.content(CLIENT, BRIDGE, Transport.TCP, TorNetwork.BRIDGE_PORT, noise);
    }
  }

  private static void hidden(Stage stage, String one, String other, Kind onion) {
    stage.undetermined(one, other, Transport.TCP, TorNetwork.OR_PORT, Role.CONTROL, onion, HIDDEN);
  }

  private static void download(Stage stage) {
    String url = FileServer.start(stage, SERVER, stage.address(SERVER));
    stage.listening(SERVER, Transport.TCP, FileServer.PORT, "python3");
    stage.did(CLIENT, "curl", "downloaded the film");
    Path received = stage.host(CLIENT).folder().resolve("received");
    String proxy = "socks5h://" + TorNetwork.PROXY;
    stage.run(
        CLIENT, "curl", "-sS", "--fail", "-m", "60", "-x", proxy, "-o", received.toString(), url);
    stage.arrived(received);
  }

  private static void share(Stage stage) {
    Torrent torrent = Torrent.trackerless(stage.work());
    Path file = torrent.writeTo(stage.host(SERVER).folder().resolve("film.torrent"));
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    stage.did(SERVER, "python3-libtorrent", "offered the film");
    stage.did(CLIENT, "python3-libtorrent", "fetched the film");
    LibtorrentPeer.start(stage, SERVER, SEEDER_PORT, shared, file, List.of("--seed"), Map.of());
    stage.listening(SERVER, Transport.TCP, SEEDER_PORT, "python3");
    Path received = stage.folder(CLIENT, "received");
    String seeder = stage.address(SERVER) + ":" + SEEDER_PORT;
    List<String> options = List.of("--peer", seeder, "--socks", TorNetwork.PROXY);
    LibtorrentPeer.start(stage, CLIENT, LEECHER_PORT, received, file, options, Map.of());
    stage.awaitArrival(received.resolve(stage.work().fileName()), Duration.ofSeconds(80));
  }
}
