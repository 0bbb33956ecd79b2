package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.FileServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** A film is downloaded from a web server behind a tunnel for single connections. */
final class TunnelledWeb extends ClientServer {

  private final Carrier carrier;

  private TunnelledWeb(Carrier carrier) {
    super(
        "tunnel-" + carrier.id() + "-web",
        carrier.program() + "/" + carrier.protocol() + "/" + carrier.topology() + "carries-HTTP",
        "Somebody downloads a film from a web server through %s.".formatted(carrier.program()),
        packages(carrier));
    this.carrier = carrier;
  }

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (Carrier carrier : Carrier.values()) {
      all.add(new TunnelledWeb(carrier));
    }
    return all;
  }

  private static Set<String> packages(Carrier carrier) {
    Set<String> packages = new TreeSet<>(carrier.packages());
    packages.addAll(List.of("python3", "curl"));
    return packages;
  }

  @Override
  public void play(Stage stage) {
    contentOver(stage, carrier.port(), Kind.tunnel(carrier.protocol(), carrier.program(), "HTTP"));
    FileServer.start(stage, SERVER, "127.0.0.1");
    carrier.open(stage, FileServer.PORT);
    stage.did(CLIENT, "curl", "downloaded the film");
    Path received = stage.host(CLIENT).folder().resolve("received");
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "--fail", "-m", "60", "-o", received.toString()));
    if (!carrier.isForwarding()) {
      command.addAll(List.of("-x", "socks5://" + carrier.proxy(stage)));
    }
    int port = carrier.isForwarding() ? Carrier.LOCAL_PORT : FileServer.PORT;
    command.add("http://127.0.0.1:%d/%s".formatted(port, stage.work().fileName()));
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.arrived(received);
  }
}
