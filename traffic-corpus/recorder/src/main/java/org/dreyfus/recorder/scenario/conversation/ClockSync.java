package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Conversation;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** chrony asks chrony for the time: RFC 5905. No clock is changed. */
final class ClockSync extends Conversation {

  private static final int PORT = 123;

  ClockSync() {
    super(
        "clock-ntp",
        "chrony/NTP/client-server",
        "A computer asks a time server what time it is.",
        Set.of("chrony"));
  }

  @Override
  public void play(Stage stage) {
    Path folder = stage.host(SERVER).folder();
    Path configuration =
        stage.write(
            SERVER,
            "chrony.conf",
            "local stratum 8\nallow 10.0.0.0/8\ncmdport 0\npidfile %s/pid\ndriftfile %s/drift\n"
                .formatted(folder, folder));
    stage.host(SERVER).start("chronyd", "-d", "-x", "-u", "root", "-f", configuration.toString());
    stage.listening(SERVER, Transport.UDP, PORT, "chronyd");
    stage.content(CLIENT, SERVER, Transport.UDP, PORT, Kind.plain("NTP", "chrony"));
    stage.did(SERVER, "chrony", "told the time");
    stage.did(CLIENT, "chrony", "asked for the time");
    String said =
        stage.run(
            CLIENT,
            "chronyd",
            "-Q",
            "-x",
            "-u",
            "root",
            "-t",
            "20",
            "-f",
            "/dev/null",
            "server " + stage.address(SERVER) + " iburst",
            "cmdport 0",
            "pidfile " + stage.host(CLIENT).folder().resolve("pid"));
    stage.succeeded(said.contains("System clock wrong by"), "the look at the clock");
  }
}
