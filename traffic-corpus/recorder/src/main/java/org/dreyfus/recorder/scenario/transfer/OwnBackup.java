package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.SshServer;
import org.dreyfus.recorder.scenario.Stage;

/** Somebody backs a home video up to a server of their own, by rsync over SSH. */
final class OwnBackup extends ClientServer {

  OwnBackup() {
    super(
        "backup-rsync-ssh",
        "rsync/SSH/push",
        "Somebody backs a home video up to a server of their own with rsync over SSH.",
        Set.of("openssh-server", "openssh-client", "rsync"));
  }

  @Override
  public Optional<LegalBasis> alwaysLawful() {
    return Optional.of(LegalBasis.OWN_WORK);
  }

  @Override
  public void play(Stage stage) {
    Path film = stage.work().writeTo(stage.folder(CLIENT, "films"));
    SshServer server = SshServer.start(stage, SERVER, CLIENT);
    contentOver(stage, SshServer.PORT, Kind.encrypted("SSH", "rsync"));
    stage.did(CLIENT, "rsync", "sent the home video");
    Path backup = stage.folder(SERVER, "backup");
    stage.run(
        CLIENT,
        "rsync",
        "-e",
        "ssh " + String.join(" ", server.options()),
        film.toString(),
        "root@" + stage.address(SERVER) + ":" + backup + "/");
    stage.arrived(backup.resolve(stage.work().fileName()));
  }
}
