package org.dreyfus.recorder.scenario.reenacted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.Origin;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * A film passes from peer to peer, link by link, in networks that hide everything: only sizes,
 * times and randomness are re-enacted (fidelity C), since what they speak is not documented far
 * enough or too large to be spoken here. See {@code docs/veiled-networks.md}.
 */
final class VeiledTransfer implements Scenario {

  /** Networks, by what is known of how they look from outside. */
  private enum Network {
    MUTE("MUTE", Transport.TCP, 4_900),
    FREENET("Freenet", Transport.UDP, 28_333),
    PERFECT_DARK("PerfectDark", Transport.TCP, 38_221),
    SKYPE("Skype", Transport.UDP, 33_033);

    private final String protocol;
    private final Transport transport;
    private final int port;

    Network(String protocol, Transport transport, int port) {
      this.protocol = protocol;
      this.transport = transport;
      this.port = port;
    }

    private String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final String HOLDER = "holder";
  private static final String FETCHER = "fetcher";

  private final Network network;
  private final int relays;

  private VeiledTransfer(Network network, int relays) {
    this.network = network;
    this.relays = relays;
  }

  static List<Scenario> all() {
    return List.of(
        new VeiledTransfer(Network.MUTE, 1),
        new VeiledTransfer(Network.MUTE, 2),
        new VeiledTransfer(Network.FREENET, 0),
        new VeiledTransfer(Network.FREENET, 2),
        new VeiledTransfer(Network.PERFECT_DARK, 0),
        new VeiledTransfer(Network.PERFECT_DARK, 1),
        new VeiledTransfer(Network.SKYPE, 0),
        new VeiledTransfer(Network.SKYPE, 1));
  }

  private String topology() {
    return relays == 0 ? "direct" : relays == 1 ? "one-relay" : "two-relays";
  }

  @Override
  public String id() {
    return network.id() + "-" + topology();
  }

  @Override
  public String story() {
    return "A film passes from one person to another over the %s network%s."
        .formatted(network.protocol, relays == 0 ? "" : ", by way of others");
  }

  @Override
  public String cluster() {
    return "veiled-peer/%s/%s/%s"
        .formatted(network.protocol, network.transport.name().toLowerCase(Locale.ROOT), topology());
  }

  @Override
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>(List.of(HOLDER));
    for (int i = relays; i >= 1; i--) {
      hosts.add("relay-" + i);
    }
    hosts.add(FETCHER);
    return hosts;
  }

  @Override
  public Set<String> packages() {
    return Set.of("python3", "python3-cryptography");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public Origin origin() {
    return Origin.REENACTED;
  }

  @Override
  public Optional<Fidelity> fidelity() {
    return Optional.of(Fidelity.C);
  }

  @Override
  public void play(Stage stage) {
    List<String> chain = hosts();
    Kind kind = Kind.obfuscated(network.protocol, "veiled_peer.py");
    for (int i = 1; i < chain.size(); i++) {
      stage.content(chain.get(i - 1), chain.get(i), network.transport, network.port, kind);
    }
    Path film = stage.work().writeTo(stage.folder(HOLDER, "films"));
    peer(stage, HOLDER, "hold", film, Optional.empty());
    stage.listening(HOLDER, network.transport, network.port, "python3");
    stage.did(HOLDER, "python3", "had the film");
    for (int i = 1; i < chain.size() - 1; i++) {
      String relay = chain.get(i);
      peer(stage, relay, "relay", Path.of("none"), Optional.of(chain.get(i - 1)));
      stage.listening(relay, network.transport, network.port, "python3");
      stage.did(relay, "python3", "passed the film on and could not know it");
    }
    Path received = stage.host(FETCHER).folder().resolve("received");
    stage.did(FETCHER, "python3", "asked for the film");
    peer(stage, FETCHER, "fetch", received, Optional.of(chain.get(chain.size() - 2)));
    stage.awaitArrival(received, Duration.ofSeconds(60));
  }

  private void peer(Stage stage, String host, String role, Path file, Optional<String> next) {
    stage.template(host, "veil.py", Map.of());
    Path script = stage.template(host, "veiled_peer.py", Map.of());
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/python3", script.toString(), network.id(), role));
    command.addAll(List.of(stage.address(host), "" + network.port, file.toString()));
    next.ifPresent(peer -> command.add(stage.address(peer) + ":" + network.port));
    stage.host(host).start(command.toArray(String[]::new));
  }
}
