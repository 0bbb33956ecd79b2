package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Conversation;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/** Two people chat on an IRC server: RFC 2812. */
final class IrcChat extends Conversation {

  private static final int PORT = 6667;

  IrcChat() {
    super(
        "chat-irc",
        "ngircd/IRC/client-server",
        "Somebody chats on an IRC server.",
        Set.of("ngircd", "python3"));
  }

  @Override
  public void play(Stage stage) {
    String address = stage.address(SERVER);
    Path configuration =
        stage.template(
            SERVER, "ngircd.conf", Map.of("address", address, "port", Integer.toString(PORT)));
    Worlds.readable(stage.host(SERVER).folder());
    stage.host(SERVER).start("ngircd", "-n", "-f", configuration.toString());
    stage.listening(SERVER, Transport.TCP, PORT, "ngircd");
    stage.content(CLIENT, SERVER, Transport.TCP, PORT, Kind.plain("IRC", "python3"));
    stage.did(SERVER, "ngircd", "ran the chat");
    stage.did(CLIENT, "python3", "chatted");
    Path script = stage.template(CLIENT, "irc_chat.py", Map.of());
    String said = stage.run(CLIENT, "/usr/bin/python3", script.toString(), address);
    stage.succeeded(said.contains("heard 5"), "the chat");
  }
}
