package org.dreyfus.recorder.scenario.reenacted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Soulseek: a central server for log-in and search, peers who send files to each other; or a sharer
 * whom nobody can call, who is asked by the server to call back. See {@code docs/soulseek.md}.
 */
final class Soulseek extends FileNetwork {

  private static final String SCRIPT = "soulseek.py";
  private static final int SERVER_PORT = 2_240;
  private static final int SHARER_PORT = 2_234;
  private static final int FETCHER_PORT = 5_534;
  private static final Kind KIND = Kind.plain("Soulseek", SCRIPT);

  private final boolean indirect;

  private Soulseek(boolean indirect) {
    this.indirect = indirect;
  }

  static List<Scenario> all() {
    return List.of(new Soulseek(false), new Soulseek(true));
  }

  private String topology() {
    return indirect ? "called-back" : "direct";
  }

  @Override
  public String id() {
    return "soulseek-" + topology();
  }

  @Override
  public String story() {
    return "One person fetches a film from another over Soulseek"
        + (indirect ? ", who has to call back." : ".");
  }

  @Override
  public String cluster() {
    return "soulseek-peer/Soulseek/plain-tcp/" + topology();
  }

  @Override
  public void play(Stage stage) {
    stage.content(SHARER, FETCHER, Transport.TCP, FETCHER_PORT, KIND);
    stage.content(SHARER, FETCHER, Transport.TCP, SHARER_PORT, KIND);
    for (String peer : List.of(SHARER, FETCHER)) {
      stage.control(peer, SERVER, Transport.TCP, SERVER_PORT, KIND);
    }
    String server = stage.address(SERVER);
    start(stage, SERVER, SCRIPT, List.of("server", server));
    stage.listening(SERVER, Transport.TCP, SERVER_PORT, "python3");
    stage.service(SERVER, "soulseek-server", "Soulseek", SERVER_PORT, true);
    stage.did(SERVER, "python3", "passed searches on to everybody");
    stage.did(SHARER, "python3", "offered the film");
    stage.did(FETCHER, "python3", "searched for the film and fetched it");
    Path film = stage.work().writeTo(stage.folder(SHARER, "films"));
    List<String> share =
        new ArrayList<>(List.of("share", stage.address(SHARER), "sharer", film.toString(), server));
    if (indirect) {
      share.add("indirect");
    }
    start(stage, SHARER, SCRIPT, share).awaitOutput("READY", Duration.ofSeconds(20));
    Path received = stage.host(FETCHER).folder().resolve("received");
    String query = stage.work().fileName();
    start(
        stage,
        FETCHER,
        SCRIPT,
        List.of("fetch", stage.address(FETCHER), "fetcher", query, received.toString(), server));
    stage.listening(FETCHER, Transport.TCP, FETCHER_PORT, "python3");
    stage.awaitArrival(received, Duration.ofSeconds(40));
  }
}
