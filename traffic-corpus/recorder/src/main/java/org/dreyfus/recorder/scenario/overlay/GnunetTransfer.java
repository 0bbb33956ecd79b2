package org.dreyfus.recorder.scenario.overlay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.recorder.RecordingFailure;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** Two GNUnet peers know each other; one publishes a film and the other fetches it by its key. */
final class GnunetTransfer implements Scenario {

  private static final String PUBLISHER = "sharer";
  private static final String FETCHER = "fetcher";
  private static final int PORT = 2_086;

  /** Paths of Unix sockets have 107 bytes at most. */
  private static final String SOCKETS = "s";

  private static final Pattern URI = Pattern.compile("gnunet://fs/[a-z]+/[A-Z0-9.]+");

  @Override
  public String id() {
    return "gnunet";
  }

  @Override
  public String story() {
    return "One person publishes a film in GNUnet and another fetches it by its key.";
  }

  @Override
  public String cluster() {
    return "gnunet/GNUnet/tcp/two-friends";
  }

  @Override
  public List<String> hosts() {
    return List.of(PUBLISHER, FETCHER);
  }

  @Override
  public Set<String> packages() {
    return Set.of("gnunet");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    stage.content(PUBLISHER, FETCHER, Transport.TCP, PORT, Kind.obfuscated("GNUnet", "gnunet"));
    for (String peer : hosts()) {
      configure(stage, peer);
      command(stage, peer, "gnunet-arm", "-s", "-T", "15 s");
      stage.listening(peer, Transport.TCP, PORT, "gnunet-service-");
    }
    introduce(stage, PUBLISHER, FETCHER);
    introduce(stage, FETCHER, PUBLISHER);
    stage.did(PUBLISHER, "gnunet", "published the film");
    stage.did(FETCHER, "gnunet", "fetched the film by its key");
    Path film = stage.work().writeTo(stage.folder(PUBLISHER, "films"));
    String said = command(stage, PUBLISHER, "gnunet-publish", "-a", "0", film.toString());
    Matcher uri = URI.matcher(said);
    if (!uri.find()) {
      throw new RecordingFailure("the film was not published: " + said);
    }
    Path received = stage.host(FETCHER).folder().resolve("received");
    command(stage, FETCHER, "gnunet-download", "-a", "0", "-o", received.toString(), uri.group());
    stage.awaitArrival(received, Duration.ofSeconds(60));
    for (String peer : hosts()) {
      command(stage, peer, "gnunet-arm", "-e", "-T", "10 s");
    }
  }

  private static void configure(Stage stage, String peer) {
    Path folder = stage.folder(peer, "gnunet");
    Path sockets = stage.folder(peer, SOCKETS);
    stage.run(peer, "chmod", "700", sockets.toString());
    stage.template(
        peer,
        "gnunet.conf",
        Map.of(
            "folder", folder.toString(),
            "sockets", sockets.toString(),
            "address", stage.address(peer)));
  }

  /** Tells one peer of the other, as long as it takes to be known there. */
  private static void introduce(Stage stage, String peer, String friend) {
    String hello = "";
    for (int i = 0; i < 60 && !hello.contains("gnunet://hello/"); i++) {
      hello = command(stage, friend, "gnunet-peerinfo", "-g");
      LabHost.pause(Duration.ofMillis(300));
    }
    String line =
        hello.lines().filter(text -> text.startsWith("gnunet://hello/")).findFirst().orElse("");
    command(stage, peer, "gnunet-peerinfo", "-p", line);
  }

  private static String command(Stage stage, String peer, String program, String... arguments) {
    Path folder = stage.host(peer).folder();
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "XDG_RUNTIME_DIR=" + folder.resolve(SOCKETS),
                "timeout",
                "60",
                program,
                "-c",
                folder.resolve("gnunet.conf").toString()));
    command.addAll(List.of(arguments));
    return stage.host(peer).attempt(Duration.ofSeconds(70), command.toArray(String[]::new));
  }
}
