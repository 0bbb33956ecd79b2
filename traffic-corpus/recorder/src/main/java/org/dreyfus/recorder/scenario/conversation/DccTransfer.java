package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/**
 * Two people meet on an IRC server, and one sends the other a film directly: DCC SEND, as the
 * "Client To Client Protocol" notes describe it. The offer names address and port in the chat.
 */
final class DccTransfer implements Scenario {

  private static final String SERVER = "server";
  private static final String SENDER = "sender";
  private static final String TAKER = "taker";
  private static final int IRC_PORT = 6667;
  private static final int DCC_PORT = 50_612;

  @Override
  public String id() {
    return "chat-irc-dcc";
  }

  @Override
  public String story() {
    return "Somebody offers a film on an IRC server and sends it directly.";
  }

  @Override
  public String cluster() {
    return "python+ngircd/IRC DCC/peer-to-peer";
  }

  @Override
  public List<String> hosts() {
    return List.of(SERVER, SENDER, TAKER);
  }

  @Override
  public Set<String> packages() {
    return Set.of("ngircd", "python3");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    stage.content(SENDER, TAKER, Transport.TCP, DCC_PORT, Kind.plain("DCC", "python3"));
    for (String person : List.of(SENDER, TAKER)) {
      stage.control(person, SERVER, Transport.TCP, IRC_PORT, Kind.plain("IRC", "python3"));
    }
    String port = Integer.toString(IRC_PORT);
    Map<String, String> names = Map.of("address", stage.address(SERVER), "port", port);
    Path configuration = stage.template(SERVER, "ngircd.conf", names);
    Worlds.readable(stage.host(SERVER).folder());
    stage.host(SERVER).start("ngircd", "-n", "-f", configuration.toString());
    stage.listening(SERVER, Transport.TCP, IRC_PORT, "ngircd");
    stage.did(SERVER, "ngircd", "ran the chat");
    stage.did(SENDER, "python3", "offered the film in the chat and sent it directly");
    stage.did(TAKER, "python3", "took the film");
    Path received = stage.host(TAKER).folder().resolve("received");
    Path film = stage.work().writeTo(stage.folder(SENDER, "films"));
    person(stage, TAKER, "take", received);
    person(stage, SENDER, "send", film);
    stage.listening(SENDER, Transport.TCP, DCC_PORT, "python3");
    stage.awaitArrival(received, Duration.ofSeconds(40));
  }

  private static void person(Stage stage, String host, String verb, Path file) {
    Path script = stage.template(host, "irc_dcc.py", Map.of());
    stage
        .host(host)
        .start(
            "/usr/bin/python3",
            script.toString(),
            verb,
            stage.address(SERVER),
            stage.address(host),
            Integer.toString(DCC_PORT),
            file.toString());
  }
}
