package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.SshServer;
import org.dreyfus.recorder.scenario.Stage;

/** Somebody copies a film from an SSH server, with scp, sftp or rsync. */
final class SshCopy extends ClientServer {

  private final String program;

  private SshCopy(String program, String packageName) {
    super(
        "ssh-" + program,
        program + "/SSH/client-server",
        "Somebody copies a film from another machine over SSH with " + program + ".",
        new TreeSet<>(List.of("openssh-server", "openssh-client", packageName)));
    this.program = program;
  }

  static List<Scenario> all() {
    return List.of(
        new SshCopy("scp", "openssh-client"),
        new SshCopy("sftp", "openssh-client"),
        new SshCopy("rsync", "rsync"));
  }

  @Override
  public void play(Stage stage) {
    Path film = stage.work().writeTo(stage.folder(SERVER, "shared"));
    SshServer server = SshServer.start(stage, SERVER, CLIENT);
    contentOver(stage, SshServer.PORT, Kind.encrypted("SSH", program));
    stage.did(
        CLIENT, program.equals("rsync") ? "rsync" : "openssh-client", "copied the film to itself");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    String source = "root@" + stage.address(SERVER) + ":" + film;
    List<String> command = new ArrayList<>();
    switch (program) {
      case "rsync" ->
          command.addAll(
              List.of("rsync", "-e", "ssh " + String.join(" ", server.options()), source));
      default -> {
        command.add(program);
        command.addAll(server.options());
        command.add(source);
      }
    }
    command.add(received.toString());
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.arrived(received);
  }
}
