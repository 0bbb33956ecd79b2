package org.dreyfus.recorder.scenario.tunnel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.FileServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.SshServer;
import org.dreyfus.recorder.scenario.Stage;

/** A film is downloaded from a web server behind a tunnel for single connections. */
final class TunnelledWeb extends ClientServer {

  private static final int LOCAL_PORT = 1_080;

  /** The programs that hold the two ends. */
  private enum Through {
    SSH("ssh-forwarding", "openssh", "SSH", 22, Set.of("openssh-server", "openssh-client")),
    STUNNEL("stunnel", "stunnel", "TLS", 443, Set.of("stunnel4", "openssl")),
    SHADOWSOCKS(
        "shadowsocks", "shadowsocks-libev", "Shadowsocks", 8_388, Set.of("shadowsocks-libev"));

    private final String id;
    private final String program;
    private final String protocol;
    private final int port;
    private final Set<String> packages;

    Through(String id, String program, String protocol, int port, Set<String> packages) {
      this.id = id;
      this.program = program;
      this.protocol = protocol;
      this.port = port;
      this.packages = packages;
    }
  }

  private final Through through;

  private TunnelledWeb(Through through) {
    super(
        "tunnel-" + through.id + "-web",
        through.program + "/" + through.protocol + "/carries-HTTP",
        "Somebody downloads a film from a web server through %s.".formatted(through.program),
        packages(through));
    this.through = through;
  }

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (Through through : Through.values()) {
      all.add(new TunnelledWeb(through));
    }
    return all;
  }

  private static Set<String> packages(Through through) {
    List<String> packages = new ArrayList<>(through.packages);
    packages.addAll(List.of("python3", "curl"));
    return Set.copyOf(packages);
  }

  @Override
  public void play(Stage stage) {
    contentOver(stage, through.port, Kind.tunnel(through.protocol, through.program, "HTTP"));
    FileServer.start(stage, SERVER, "127.0.0.1");
    stage.did(CLIENT, "curl", "downloaded the film");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "--fail", "-m", "60", "-o", received.toString()));
    switch (through) {
      case SSH -> forward(stage);
      case STUNNEL -> wrap(stage);
      case SHADOWSOCKS -> {
        proxy(stage);
        command.addAll(List.of("-x", "socks5://127.0.0.1:" + LOCAL_PORT));
      }
    }
    int port = through == Through.SHADOWSOCKS ? FileServer.PORT : LOCAL_PORT;
    command.add("http://127.0.0.1:%d/%s".formatted(port, stage.work().fileName()));
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.arrived(received);
  }

  private static void forward(Stage stage) {
    SshServer ssh = SshServer.start(stage, SERVER, CLIENT);
    List<String> command = new ArrayList<>(List.of("ssh"));
    command.addAll(ssh.options());
    String ends = "127.0.0.1:%d:127.0.0.1:%d".formatted(LOCAL_PORT, FileServer.PORT);
    command.addAll(List.of("-N", "-L", ends, "root@" + stage.address(SERVER)));
    stage.did(CLIENT, "openssh-client", "held the tunnel");
    stage.host(CLIENT).start(command.toArray(String[]::new));
    stage.host(CLIENT).awaitListener(Transport.TCP, LOCAL_PORT);
  }

  private void wrap(Stage stage) {
    Certificate certificate = Certificate.create(stage, SERVER);
    String common = "foreground = yes\npid =\n[web]\n";
    Path here =
        stage.write(
            SERVER,
            "stunnel.conf",
            common
                + "accept = %s:%d\nconnect = 127.0.0.1:%d\ncert = %s\nkey = %s\n"
                    .formatted(
                        stage.address(SERVER),
                        through.port,
                        FileServer.PORT,
                        certificate.certificate(),
                        certificate.key()));
    Path there =
        stage.write(
            CLIENT,
            "stunnel.conf",
            common
                + "client = yes\naccept = 127.0.0.1:%d\nconnect = %s:%d\n"
                    .formatted(LOCAL_PORT, stage.address(SERVER), through.port));
    stage.host(SERVER).start("stunnel4", here.toString());
    stage.host(CLIENT).start("stunnel4", there.toString());
    ends(stage, "stunnel4", "stunnel");
  }

  private void proxy(Stage stage) {
    String key = stage.run(SERVER, "openssl", "rand", "-hex", "16").strip();
    Map<String, String> values =
        Map.of("address", stage.address(SERVER), "local", "" + LOCAL_PORT, "password", key);
    Path here = stage.template(SERVER, "shadowsocks.json", values);
    Path there = stage.template(CLIENT, "shadowsocks.json", values);
    stage.host(SERVER).start("ss-server", "-c", here.toString());
    stage.host(CLIENT).start("ss-local", "-c", there.toString());
    ends(stage, "shadowsocks-libev", "ss-server");
  }

  private void ends(Stage stage, String packageName, String program) {
    stage.listening(SERVER, Transport.TCP, through.port, program);
    stage.host(CLIENT).awaitListener(Transport.TCP, LOCAL_PORT);
    stage.did(SERVER, packageName, "held one end of the tunnel");
    stage.did(CLIENT, packageName, "held the other end of the tunnel");
  }
}
