package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Role;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Tunnels that this kernel cannot hold, spoken by programs of ours over raw sockets, with real
 * programs inside: what goes in and comes out are packets of a tun device.
 */
enum Reenacted implements Passage {
  /** Control connection and enhanced GRE of RFC 2637, MPPE of RFC 3078. */
  PPTP("pptp", "PPTP", "GRE", "python3") {
    @Override
    public void declare(Stage stage, String server, String client, String carried) {
      stage.control(client, server, Transport.TCP, 1723, Kind.plain("PPTP", "pptp.py"));
      stage.portless(
          client, server, Transport.GRE, Role.CONTENT, Kind.tunnel("GRE", "pptp.py", carried));
    }

    @Override
    void listening(Stage stage, String server) {
      stage.listening(server, Transport.TCP, 1723, "python3");
      stage.listening(server, Transport.GRE, 47, "python3");
    }
  },
  /** IKEv2 of RFC 7296 and ESP of RFC 4303, with nothing around it. */
  ESP("esp", "IPsec without UDP", "IPsec", "python3", "python3-cryptography") {
    @Override
    public void declare(Stage stage, String server, String client, String carried) {
      stage.control(client, server, Transport.UDP, 500, Kind.encrypted("IPsec", "esp.py"));
      stage.portless(
          client, server, Transport.ESP, Role.CONTENT, Kind.tunnel("IPsec", "esp.py", carried));
    }

    @Override
    void listening(Stage stage, String server) {
      stage.listening(server, Transport.UDP, 500, "python3");
    }
  },
  /** Control messages and plain PPP of RFC 2661. */
  L2TP("l2tp", "L2TP", "L2TP", "python3") {
    @Override
    public void declare(Stage stage, String server, String client, String carried) {
      stage.content(client, server, Transport.UDP, 1701, Kind.tunnel("L2TP", "l2tp.py", carried));
    }

    @Override
    void listening(Stage stage, String server) {
      stage.listening(server, Transport.UDP, 1701, "python3");
    }
  };

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final String id;
  private final String title;
  private final String protocol;
  private final Set<String> packages;

  Reenacted(String id, String title, String protocol, String... packages) {
    this.id = id;
    this.title = title;
    this.protocol = protocol;
    this.packages = Set.of(packages);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String protocol() {
    return protocol;
  }

  @Override
  public Set<String> packages() {
    return packages;
  }

  @Override
  public Origin origin() {
    return Origin.REENACTED;
  }

  @Override
  public Optional<Fidelity> fidelity() {
    return Optional.of(Fidelity.B);
  }

  abstract void listening(Stage stage, String server);

  @Override
  public void up(Stage stage, String server, String client) {
    String key = stage.run(server, "openssl", "rand", "-hex", "20").strip();
    Running here = end(stage, server, client, "server", key);
    listening(stage, server);
    Running there = end(stage, client, server, "client", key);
    here.awaitOutput("READY", LIMIT);
    there.awaitOutput("READY", LIMIT);
  }

  private Running end(Stage stage, String host, String peer, String role, String key) {
    boolean server = role.equals("server");
    stage.template(host, "tun.py", Map.of());
    Path script = stage.template(host, id + ".py", Map.of());
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString(), role));
    command.addAll(List.of(stage.address(host), stage.address(peer)));
    command.add(server ? Vpn.SERVER_ADDRESS : Vpn.CLIENT_ADDRESS);
    command.add(server ? Vpn.CLIENT_ADDRESS : Vpn.SERVER_ADDRESS);
    if (this != L2TP) {
      command.add(key);
    }
    stage.did(host, "python3", "held one end of the tunnel");
    return stage.host(host).start(command.toArray(String[]::new));
  }
}
