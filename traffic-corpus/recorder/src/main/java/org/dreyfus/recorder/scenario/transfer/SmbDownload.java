package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** smbclient fetches a film from Samba, plain or with SMB 3 encryption. */
final class SmbDownload extends ClientServer {

  private static final int PORT = 445;
  private static final String PASSWORD = "lab";

  private final boolean encrypted;

  private SmbDownload(boolean encrypted) {
    super(
        encrypted ? "smb-encrypted" : "smb",
        "smbclient+samba/SMB" + (encrypted ? " encrypted" : "") + "/client-server",
        "Somebody copies a film from a shared folder in the office"
            + (encrypted ? ", encrypted." : "."),
        Set.of("samba", "smbclient"));
    this.encrypted = encrypted;
  }

  static List<Scenario> all() {
    return List.of(new SmbDownload(false), new SmbDownload(true));
  }

  @Override
  public void play(Stage stage) {
    Path shared = stage.work().shareFrom(stage.folder(SERVER, "shared"));
    Path state = stage.folder(SERVER, "state");
    Path configuration =
        stage.template(
            SERVER,
            "smb.conf",
            Map.of(
                "address", stage.address(SERVER),
                "state", state.toString(),
                "shared", shared.toString()));
    List<String> serve =
        new ArrayList<>(
            List.of("smbd", "-F", "--no-process-group", "-s", configuration.toString()));
    List<String> fetch =
        new ArrayList<>(
            List.of(
                "smbclient",
                "-s",
                configuration.toString(),
                "-I",
                stage.address(SERVER),
                "-U",
                "root%" + PASSWORD));
    String enrol = "printf '%s\\n%s\\n' | smbpasswd -s -a -c %s root";
    stage.run(SERVER, "sh", "-c", enrol.formatted(PASSWORD, PASSWORD, configuration));
    if (encrypted) {
      serve.add("--option=server smb encrypt=required");
      fetch.add("--client-protection=encrypt");
    }
    stage.host(SERVER).start(serve.toArray(String[]::new));
    stage.listening(SERVER, Transport.TCP, PORT, "smbd");
    contentOver(
        stage,
        PORT,
        encrypted ? Kind.encrypted("SMBv23", "smbclient") : Kind.plain("SMBv23", "smbclient"));
    stage.did(SERVER, "samba", "served the film");
    stage.did(CLIENT, "smbclient", "copied the film");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    fetch.addAll(
        List.of("//OFFICE/films", "-c", "get " + stage.work().fileName() + " " + received));
    stage.run(CLIENT, fetch.toArray(String[]::new));
    stage.arrived(received);
  }
}
