package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** Two machines keep a folder alike with Syncthing: peer to peer, over TLS. */
final class SyncedFolder implements Scenario {

  private static final int PORT = 22_000;
  private static final String DESK = "desk";
  private static final String LAPTOP = "laptop";

  @Override
  public String id() {
    return "sync-syncthing";
  }

  @Override
  public String story() {
    return "Two machines keep a folder alike with Syncthing, and a film appears in it.";
  }

  @Override
  public String cluster() {
    return "syncthing/TLS/peer-to-peer";
  }

  @Override
  public List<String> hosts() {
    return List.of(DESK, LAPTOP);
  }

  @Override
  public Set<String> packages() {
    return Set.of("syncthing");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    stage.content(DESK, LAPTOP, Transport.TCP, PORT, Kind.encrypted("TLS", "syncthing"));
    String desk = identity(stage, DESK);
    String laptop = identity(stage, LAPTOP);
    stage.work().writeTo(stage.folder(DESK, "shared"));
    for (String host : hosts()) {
      configure(stage, host, desk, laptop);
      stage
          .host(host)
          .start(
              Map.of("STNOUPGRADE", "1"),
              "syncthing",
              "serve",
              "--home=" + stage.folder(host, "syncthing"),
              "--no-browser",
              "--no-restart");
      stage.listening(host, Transport.TCP, PORT, "syncthing");
      stage.did(host, "syncthing", host.equals(DESK) ? "offered the film" : "took the film");
    }
    Path received = stage.folder(LAPTOP, "shared").resolve(stage.work().fileName());
    stage.awaitArrival(received, Duration.ofSeconds(60));
  }

  /** Makes a key, and returns the name that follows from it. */
  private static String identity(Stage stage, String host) {
    String home = "--home=" + stage.folder(host, "syncthing");
    stage.run(host, "syncthing", "generate", home, "--no-default-folder");
    return stage.run(host, "syncthing", home, "--device-id").strip();
  }

  private static void configure(Stage stage, String host, String desk, String laptop) {
    Path configuration =
        stage.template(
            host,
            "syncthing.xml",
            Map.of(
                "desk", desk,
                "laptop", laptop,
                "deskAddress", stage.address(DESK),
                "laptopAddress", stage.address(LAPTOP),
                "address", stage.address(host),
                "shared", stage.folder(host, "shared").toString()));
    stage.run(
        host, "mv", configuration.toString(), stage.folder(host, "syncthing") + "/config.xml");
  }
}
