package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;

/** git clones a repository that holds a film, from git's own daemon. */
final class GitClone extends ClientServer {

  private static final int PORT = 9418;

  GitClone() {
    super(
        "git",
        "git/Git/client-server",
        "Somebody clones a repository that holds a film, with git.",
        Set.of("git"));
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
    stage.host(SERVER).start("git", "daemon", "--base-path=" + base, "--export-all", "--reuseaddr");
    stage.listening(SERVER, Transport.TCP, PORT, "git");
    contentOver(stage, PORT, Kind.plain("Git", "git"));
    stage.did(SERVER, "git", "served the repository");
    stage.did(CLIENT, "git", "cloned the repository");
    Path clone = stage.host(CLIENT).folder().resolve("clone");
    stage.run(
        CLIENT,
        "git",
        "clone",
        "-q",
        "git://" + stage.address(SERVER) + "/film.git",
        clone.toString());
    stage.arrived(clone.resolve(stage.work().fileName()));
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
