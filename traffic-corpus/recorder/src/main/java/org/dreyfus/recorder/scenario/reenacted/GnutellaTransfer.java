package org.dreyfus.recorder.scenario.reenacted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Gnutella 0.6: leaves ask ultrapeers, ultrapeers ask each other and the leaves that may know, and
 * files go from leaf to leaf over HTTP. Source: T. Klingberg and R. Manfredi, "Gnutella 0.6"
 * (draft, June 2002).
 */
final class GnutellaTransfer extends PeerNetwork {

  /** How peers come together. */
  private enum Way {
    DIRECT("direct", "plain-tcp/ultrapeer-and-two", "from another, by way of an ultrapeer."),
    PUSHED(
        "pushed",
        "plain-tcp/ultrapeer-and-two-firewalled",
        "from another, who connects from behind a firewall when the ultrapeer says so."),
    SWARMED(
        "swarmed",
        "plain-tcp/two-ultrapeers-three-leaves",
        "in two parts from two others at once."),
    TLS("tls", "tls/ultrapeer-and-two", "from another, every connection wrapped in TLS.");

    private final String word;
    private final String cluster;
    private final String end;

    Way(String word, String cluster, String end) {
      this.word = word;
      this.cluster = cluster;
      this.end = end;
    }
  }

  private static final String HUB = "ultrapeer";
  private static final String FAR_HUB = "far-ultrapeer";
  private static final String SHARER = "sharer";
  private static final String OTHER_SHARER = "other-sharer";
  private static final String FETCHER = "fetcher";
  private static final int PORT = 6346;

  /** Peers with TLS drew a port at random, so that no rule for a port would meet them. */
  private static final int TLS_PORT = 23_719;

  private static final String NONE = "-";

  private final Way way;

  private GnutellaTransfer(Way way) {
    super(
        way == Way.TLS ? Fidelity.B : Fidelity.A,
        List.of("gnutella.py", "gnutella_link.py", "gnutella_hub.py", "gnutella_leaf.py"));
    this.way = way;
  }

  static List<Scenario> all() {
    return List.of(
        new GnutellaTransfer(Way.DIRECT),
        new GnutellaTransfer(Way.PUSHED),
        new GnutellaTransfer(Way.SWARMED),
        new GnutellaTransfer(Way.TLS));
  }

  @Override
  public String id() {
    return "gnutella-" + way.word;
  }

  @Override
  public String story() {
    return "One person finds a film on the Gnutella network and fetches it " + way.end;
  }

  @Override
  public String cluster() {
    return "gnutella-peer/Gnutella/" + way.cluster;
  }

  @Override
  public List<String> hosts() {
    return way == Way.SWARMED
        ? List.of(HUB, FAR_HUB, SHARER, OTHER_SHARER, FETCHER)
        : List.of(HUB, SHARER, FETCHER);
  }

  @Override
  public void play(Stage stage) {
    String far = way == Way.SWARMED ? startHub(stage, FAR_HUB, NONE) : NONE;
    String near = startHub(stage, HUB, far);
    share(stage, SHARER, near);
    if (way == Way.SWARMED) {
      share(stage, OTHER_SHARER, far);
      stage.control(HUB, FAR_HUB, Transport.TCP, port(), kind());
    }
    Path received = received(stage, FETCHER);
    String sources = way == Way.SWARMED ? "2" : "1";
    leaf(stage, FETCHER, near, "fetch", received, sources, words(stage));
    stage.listening(FETCHER, Transport.TCP, port(), PYTHON);
    stage.did(FETCHER, PYTHON, "searched for the film and fetched it");
    stage.control(FETCHER, HUB, Transport.TCP, port(), kind());
    stage.awaitArrival(received, PATIENCE);
  }

  /** Returns where others find it. */
  private String startHub(Stage stage, String host, String neighbour) {
    String address = stage.address(host);
    peer(
        stage,
        host,
        "gnutella_hub.py",
        List.of(address, "" + port(), neighbour, parameters(stage, host)));
    stage.listening(host, Transport.TCP, port(), PYTHON);
    stage.service(host, "gnutella-" + host, "Gnutella", port(), true);
    stage.did(host, PYTHON, "passed queries and answers on");
    return address + ":" + port();
  }

  private void share(Stage stage, String host, String hub) {
    Path film = stage.work().writeTo(stage.folder(host, "shared"));
    String reach = way == Way.PUSHED ? "firewalled" : "open";
    leaf(stage, host, hub, "share", film, reach);
    stage.listening(host, Transport.TCP, port(), PYTHON);
    stage.did(host, PYTHON, "shared the film");
    stage.control(
        host, hub.startsWith(stage.address(HUB)) ? HUB : FAR_HUB, Transport.TCP, port(), kind());
    stage.content(host, FETCHER, Transport.TCP, port(), kind());
  }

  private void leaf(
      Stage stage, String host, String hub, String role, Path file, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(role, stage.address(host), "" + port(), hub));
    arguments.addAll(List.of(parameters(stage, host), file.toString()));
    arguments.addAll(List.of(options));
    peer(stage, host, "gnutella_leaf.py", arguments);
  }

  private int port() {
    return way == Way.TLS ? TLS_PORT : PORT;
  }

  private Kind kind() {
    return way == Way.TLS
        ? Kind.encrypted("TLS", "gnutella-peer")
        : Kind.plain("Gnutella", "gnutella-peer");
  }

  /** A file with the 2,048-bit group of RFC 7919, which anonymous key exchange needs. */
  private String parameters(Stage stage, String host) {
    if (way != Way.TLS) {
      return NONE;
    }
    String file = stage.host(host).folder().resolve("parameters.pem").toString();
    stage.run(
        host,
        "openssl",
        "genpkey",
        "-genparam",
        "-algorithm",
        "DH",
        "-pkeyopt",
        "group:ffdhe2048",
        "-out",
        file);
    return file;
  }
}
