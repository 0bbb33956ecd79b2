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
 * Napster: a server indexes what its users share; files go from user to user. The protocol is that
 * of OpenNap's napster.txt (drscholl, 2000 to 2001).
 */
final class NapsterTransfer extends PeerNetwork {

  /** How users come together. */
  private enum Way {
    DIRECT("direct", "server-and-two"),
    PUSHED("pushed", "server-and-two-firewalled"),
    DIRECTED("directed", "director-server-and-two");

    private final String word;
    private final String topology;

    Way(String word, String topology) {
      this.word = word;
      this.topology = topology;
    }
  }

  private static final String DIRECTOR = "director";
  private static final String SERVER = "server";
  private static final String SHARER = "sharer";
  private static final String FETCHER = "fetcher";
  private static final int DIRECTOR_PORT = 8875;
  private static final int SERVER_PORT = 8888;
  private static final int SHARER_PORT = 6699;
  private static final int FETCHER_PORT = 6700;
  private static final Kind KIND = Kind.plain("Napster", "napster-peer");

  private final Way way;

  private NapsterTransfer(Way way) {
    super(Fidelity.B, List.of("napster.py", "napster_server.py", "napster_client.py"));
    this.way = way;
  }

  static List<Scenario> all() {
    return List.of(
        new NapsterTransfer(Way.DIRECT),
        new NapsterTransfer(Way.PUSHED),
        new NapsterTransfer(Way.DIRECTED));
  }

  @Override
  public String id() {
    return "napster-" + way.word;
  }

  @Override
  public String story() {
    return switch (way) {
      case DIRECT -> "One person finds a film on a Napster server and fetches it from another.";
      case PUSHED ->
          "One person finds a film on a Napster server, and the other sends it from behind a"
              + " firewall.";
      case DIRECTED ->
          "One person asks a director for a Napster server, finds a film there and fetches it from"
              + " another.";
    };
  }

  @Override
  public String cluster() {
    return "napster-peer/Napster/plain-tcp/" + way.topology;
  }

  @Override
  public List<String> hosts() {
    return way == Way.DIRECTED
        ? List.of(DIRECTOR, SERVER, SHARER, FETCHER)
        : List.of(SERVER, SHARER, FETCHER);
  }

  @Override
  public void play(Stage stage) {
    declareFlows(stage);
    String server = startServers(stage);
    Path film = stage.work().writeTo(stage.folder(SHARER, "shared"));
    String announced = way == Way.PUSHED ? "0" : "" + SHARER_PORT;
    peer(
            stage,
            SHARER,
            "napster_client.py",
            List.of("share", server, "" + SHARER_PORT, announced, film.toString()))
        .awaitOutput("shared", PATIENCE);
    stage.listening(SHARER, Transport.TCP, SHARER_PORT, PYTHON);
    stage.did(SHARER, PYTHON, "shared the film");
    Path received = received(stage, FETCHER);
    String port = "" + FETCHER_PORT;
    peer(
        stage,
        FETCHER,
        "napster_client.py",
        List.of("fetch", server, port, port, received.toString(), words(stage)));
    stage.did(FETCHER, PYTHON, "searched for the film and fetched it");
    stage.listening(FETCHER, Transport.TCP, FETCHER_PORT, PYTHON);
    stage.awaitArrival(received, PATIENCE);
  }

  private void declareFlows(Stage stage) {
    for (String user : List.of(SHARER, FETCHER)) {
      stage.control(user, SERVER, Transport.TCP, SERVER_PORT, KIND);
      if (way == Way.DIRECTED) {
        stage.control(user, DIRECTOR, Transport.TCP, DIRECTOR_PORT, KIND);
      }
    }
    stage.content(
        SHARER, FETCHER, Transport.TCP, way == Way.PUSHED ? FETCHER_PORT : SHARER_PORT, KIND);
  }

  /** Returns where users find the server. */
  private String startServers(Stage stage) {
    String server = serve(stage, SERVER, SERVER_PORT, "serve");
    stage.service(SERVER, "open-napster-server", "Napster", SERVER_PORT, true);
    stage.did(SERVER, PYTHON, "indexed who shares which file");
    if (way != Way.DIRECTED) {
      return server;
    }
    stage.did(DIRECTOR, PYTHON, "named a server to whoever asked");
    return "via:" + serve(stage, DIRECTOR, DIRECTOR_PORT, "direct", server);
  }

  private String serve(Stage stage, String host, int port, String role, String... more) {
    String address = stage.address(host);
    List<String> arguments = new ArrayList<>(List.of(role, address, "" + port));
    arguments.addAll(List.of(more));
    peer(stage, host, "napster_server.py", arguments);
    stage.listening(host, Transport.TCP, port, PYTHON);
    return address + ":" + port;
  }
}
