package org.dreyfus.recorder.scenario.reenacted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * FastTrack, the network of Kazaa: nodes have an unreadable session with a super node and send
 * files to each other by an HTTP of their own, or are told to call ({@code GIVE}). See {@code
 * docs/fasttrack.md}.
 */
final class FastTrack extends FileNetwork {

  private static final String SCRIPT = "fasttrack.py";
  private static final int PORT = 1_214;

  private final boolean push;

  private FastTrack(boolean push) {
    this.push = push;
  }

  static List<Scenario> all() {
    return List.of(new FastTrack(false), new FastTrack(true));
  }

  private String topology() {
    return push ? "push" : "direct";
  }

  @Override
  public String id() {
    return "fasttrack-" + topology();
  }

  @Override
  public String story() {
    return "One person fetches a film from another over the network of Kazaa"
        + (push ? ", who has to call." : ".");
  }

  @Override
  public String cluster() {
    return "fasttrack-peer/FastTrack/plain-tcp/" + topology();
  }

  @Override
  public void play(Stage stage) {
    stage.content(SHARER, FETCHER, Transport.TCP, PORT, Kind.plain("FastTrack", SCRIPT));
    for (String peer : List.of(SHARER, FETCHER)) {
      stage.control(peer, SERVER, Transport.TCP, PORT, Kind.obfuscated("FastTrack", SCRIPT));
    }
    String server = stage.address(SERVER);
    start(stage, SERVER, SCRIPT, List.of("super", server));
    stage.listening(SERVER, Transport.TCP, PORT, "python3");
    stage.service(SERVER, "fasttrack-super-node", "FastTrack", PORT, true);
    stage.did(SERVER, "python3", "said who has which file");
    stage.did(SHARER, "python3", "offered the film");
    stage.did(FETCHER, "python3", "fetched the film");
    Path film = stage.work().writeTo(stage.folder(SHARER, "films"));
    List<String> share =
        new ArrayList<>(List.of("share", stage.address(SHARER), film.toString(), server));
    if (push) {
      share.add(stage.address(FETCHER));
    }
    Running sharing = start(stage, SHARER, SCRIPT, share);
    sharing.awaitOutput("READY", Duration.ofSeconds(20));
    String hash = sharing.output().replaceAll("(?s).*READY (\\w+).*", "$1");
    Path received = stage.host(FETCHER).folder().resolve("received");
    List<String> fetch =
        new ArrayList<>(
            List.of(
                "fetch",
                stage.address(FETCHER),
                received.toString(),
                server,
                stage.address(SHARER),
                hash));
    if (push) {
      fetch.add("push");
    } else {
      stage.listening(SHARER, Transport.TCP, PORT, "python3");
    }
    start(stage, FETCHER, SCRIPT, fetch);
    stage.awaitArrival(received, Duration.ofSeconds(40));
  }
}
