package org.dreyfus.recorder.scenario.reenacted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Gnutella 0.6: leaves ask ultrapeers, ultrapeers ask each other and the leaves that may know, and
 * files go from leaf to leaf over HTTP. Source: T. Klingberg and R. Manfredi, "Gnutella 0.6"
 * (draft, June 2002).
 */
final class GnutellaTransfer extends PeerNetwork {

  private static final String HUB = "ultrapeer";
  private static final String FAR_HUB = "far-ultrapeer";
  private static final String SHARER = "sharer";
  private static final String OTHER_SHARER = "other-sharer";
  private static final String FETCHER = "fetcher";
  private static final String NONE = "-";

  private final GnutellaWay way;

  private GnutellaTransfer(GnutellaWay way) {
    super(
        way.fidelity(),
        List.of("gnutella.py", "gnutella_link.py", "gnutella_hub.py", "gnutella_leaf.py"));
    this.way = way;
  }

  static List<Scenario> all() {
    return Arrays.stream(GnutellaWay.values()).<Scenario>map(GnutellaTransfer::new).toList();
  }

  @Override
  public String id() {
    return "gnutella-" + way.word();
  }

  @Override
  public String story() {
    return "One person finds a film on the Gnutella network and fetches it " + way.end();
  }

  @Override
  public String cluster() {
    return "gnutella-peer/Gnutella/" + way.cluster();
  }

  @Override
  public List<String> hosts() {
    return way == GnutellaWay.SWARMED
        ? List.of(HUB, FAR_HUB, SHARER, OTHER_SHARER, FETCHER)
        : List.of(HUB, SHARER, FETCHER);
  }

  @Override
  public void play(Stage stage) {
    String far = way == GnutellaWay.SWARMED ? startHub(stage, FAR_HUB, NONE) : NONE;
    String near = startHub(stage, HUB, far);
    share(stage, SHARER, near);
    if (way == GnutellaWay.SWARMED) {
      share(stage, OTHER_SHARER, far);
      stage.control(HUB, FAR_HUB, Transport.TCP, way.port(), way.kind());
    }
    Path received = received(stage, FETCHER);
    String sources = way == GnutellaWay.SWARMED ? "2" : "1";
    leaf(stage, FETCHER, near, "fetch", received, sources, words(stage));
    stage.listening(FETCHER, Transport.TCP, way.port(), PYTHON);
    stage.did(FETCHER, PYTHON, "searched for the film and fetched it");
    stage.control(FETCHER, HUB, Transport.TCP, way.port(), way.kind());
    stage.awaitArrival(received, PATIENCE);
  }

  /** Returns where others find it. */
  private String startHub(Stage stage, String host, String neighbour) {
    String address = stage.address(host);
    peer(
        stage,
        host,
        "gnutella_hub.py",
        List.of(address, "" + way.port(), neighbour, parameters(stage, host)));
    stage.listening(host, Transport.TCP, way.port(), PYTHON);
    stage.service(host, "gnutella-" + host, "Gnutella", way.port(), true);
    stage.did(host, PYTHON, "passed queries and answers on");
    return address + ":" + way.port();
  }

  private void share(Stage stage, String host, String hub) {
    Path film = stage.work().writeTo(stage.folder(host, "shared"));
    String reach = way == GnutellaWay.PUSHED ? "firewalled" : "open";
    leaf(stage, host, hub, "share", film, reach);
    stage.listening(host, Transport.TCP, way.port(), PYTHON);
    stage.did(host, PYTHON, "shared the film");
    stage.control(
        host,
        hub.startsWith(stage.address(HUB)) ? HUB : FAR_HUB,
        Transport.TCP,
        way.port(),
        way.kind());
    stage.content(host, FETCHER, Transport.TCP, way.port(), way.kind());
  }

  private void leaf(
      Stage stage, String host, String hub, String role, Path file, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(role, stage.address(host), "" + way.port(), hub));
    arguments.addAll(List.of(parameters(stage, host), file.toString()));
    arguments.addAll(List.of(options));
    peer(stage, host, "gnutella_leaf.py", arguments);
  }

  /** A file with the 2,048-bit group of RFC 7919, which anonymous key exchange needs. */
  private String parameters(Stage stage, String host) {
    if (way != GnutellaWay.TLS) {
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
