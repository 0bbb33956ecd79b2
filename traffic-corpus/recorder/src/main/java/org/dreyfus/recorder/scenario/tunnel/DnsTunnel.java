package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.FileServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** A web download inside name look-ups: iodine. */
final class DnsTunnel extends ClientServer {

  private static final int PORT = 53;
  private static final String DOMAIN = "t.example.test";

  DnsTunnel() {
    super(
        "tunnel-dns-web",
        "iodine/DNS/carries-HTTP",
        "Somebody downloads a film from a web server inside name look-ups.",
        Set.of("iodine", "python3", "curl", "openssl", "iputils-ping"));
  }

  @Override
  public void play(Stage stage) {
    stage.content(CLIENT, SERVER, Transport.UDP, PORT, Kind.tunnel("DNS", "iodine", "HTTP"));
    String password = stage.run(SERVER, "openssl", "rand", "-hex", "8").strip();
    String inner = Vpn.SERVER_ADDRESS + "/24";
    stage
        .host(SERVER)
        .start("iodined", "-f", "-c", "-P", password, "-l", stage.address(SERVER), inner, DOMAIN);
    stage.listening(SERVER, Transport.UDP, PORT, "iodined");
    stage.did(SERVER, "iodine", "held one end of the tunnel");
    stage.did(CLIENT, "iodine", "held the other end of the tunnel");
    stage.host(CLIENT).start("iodine", "-f", "-r", "-P", password, stage.address(SERVER), DOMAIN);
    String ping = "for n in $(seq 100); do ping -q -c 1 -W 1 %s && exit 0; sleep 0.2; done; exit 1";
    stage.host(CLIENT).run(Duration.ofSeconds(60), "sh", "-c", ping.formatted(Vpn.SERVER_ADDRESS));
    String url = FileServer.start(stage, SERVER, Vpn.SERVER_ADDRESS);
    stage.did(CLIENT, "curl", "downloaded the film inside the tunnel");
    Path received = stage.host(CLIENT).folder().resolve("received");
    stage.run(CLIENT, "curl", "-sS", "--fail", "-m", "80", "-o", received.toString(), url);
    stage.arrived(received);
  }
}
