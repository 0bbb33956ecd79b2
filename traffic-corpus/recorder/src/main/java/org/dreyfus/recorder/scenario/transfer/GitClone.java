package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.SshServer;
import org.dreyfus.recorder.scenario.Stage;

/** git clones a repository that holds a film, from git's own daemon. */
final class GitClone extends ClientServer {

  private static final int PORT = 9418;

  private final boolean secure;

  private GitClone(boolean secure) {
    super(
        secure ? "git-ssh" : "git",
        secure ? "git/SSH/client-server" : "git/Git/client-server",
        "Somebody clones a repository that holds a film, with git" + (secure ? " over SSH." : "."),
        secure ? Set.of("git", "openssh-server", "openssh-client") : Set.of("git"));
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new GitClone(false), new GitClone(true));
  }

  @Override
  public void play(Stage stage) {
    Path source = stage.folder(SERVER, "source");
    stage.work().writeTo(source);
    git(stage, source, "init", "-q", "-b", "main");
    git(stage, source, "add", ".");
    git(
        stage,
        source,
        "-c",
        "user.name=Lab",
        "-c",
        "user.email=lab@example.test",
        "commit",
        "-qm",
        "Film");
    Path base = stage.folder(SERVER, "base");
    stage.run(
        SERVER,
        "git",
        "clone",
        "-q",
        "--bare",
        source.toString(),
        base.resolve("film.git").toString());
    stage.did(CLIENT, "git", "cloned the repository");
    stage.did(SERVER, "git", "served the repository");
    Path clone = stage.host(CLIENT).folder().resolve("clone");
    if (secure) {
      overSsh(stage, base, clone);
    } else {
      fromDaemon(stage, base, clone);
    }
    stage.arrived(clone.resolve(stage.work().fileName()));
  }

  private static void fromDaemon(Stage stage, Path base, Path clone) {
    stage.host(SERVER).start("git", "daemon", "--base-path=" + base, "--export-all", "--reuseaddr");
    stage.listening(SERVER, Transport.TCP, PORT, "git");
    contentOver(stage, PORT, Kind.plain("Git", "git"));
    String url = "git://" + stage.address(SERVER) + "/film.git";
    stage.run(CLIENT, "git", "clone", "-q", url, clone.toString());
  }

  private static void overSsh(Stage stage, Path base, Path clone) {
    SshServer ssh = SshServer.start(stage, SERVER, CLIENT);
    contentOver(stage, SshServer.PORT, Kind.encrypted("SSH", "git"));
    stage.did(CLIENT, "openssh-client", "carried the repository");
    stage.run(
        CLIENT,
        "git",
        "-c",
        "core.sshCommand=ssh " + String.join(" ", ssh.options()),
        "clone",
        "-q",
        "ssh://root@" + stage.address(SERVER) + base.resolve("film.git"),
        clone.toString());
  }

  private static void git(Stage stage, Path folder, String... arguments) {
    String[] command = new String[arguments.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = folder.toString();
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    stage.run(SERVER, command);
  }
}
