package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Conversation;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/** Two people exchange messages on a Prosody server: RFC 6120. */
final class XmppChat extends Conversation {

  private static final int PORT = 5222;

  XmppChat() {
    super(
        "chat-xmpp",
        "prosody/XMPP/client-server",
        "Two people exchange messages through a chat server.",
        Set.of("prosody", "python3", "openssl"));
  }

  @Override
  public void play(Stage stage) {
    Path data = stage.folder(SERVER, "data");
    stage.folder(SERVER, "data/example%2etest/accounts");
    for (String user : new String[] {"anna", "ben"}) {
      stage.write(
          SERVER,
          "data/example%2etest/accounts/" + user + ".dat",
          "return { password = \"pw\"; };\n");
    }
    Path configuration =
        stage.template(
            SERVER,
            "prosody.cfg.lua",
            Map.of("address", stage.address(SERVER), "data", data.toString()));
    Worlds.writable(stage.host(SERVER).folder());
    stage
        .host(SERVER)
        .start("su", "-s", "/bin/sh", "prosody", "-c", "exec prosody --config " + configuration);
    stage.listening(SERVER, Transport.TCP, PORT, "lua");
    stage.content(CLIENT, SERVER, Transport.TCP, PORT, Kind.plain("Jabber", "python3"));
    stage.did(SERVER, "prosody", "passed messages on");
    stage.did(CLIENT, "python3", "chatted");
    Path script = stage.template(CLIENT, "xmpp_chat.py", Map.of());
    String said = stage.run(CLIENT, "/usr/bin/python3", script.toString(), stage.address(SERVER));
    stage.succeeded(said.contains("heard 5"), "the chat");
  }
}
