package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;

/** curl fetches a film from nginx. The name is looked up at a name server on the same machine. */
final class WebDownload extends ClientServer {

  private final boolean secure;
  private final List<String> curlOptions;

  private WebDownload(String id, String how, boolean secure, String... curlOptions) {
    super(
        "web-" + id,
        "curl+nginx/" + how + "/client-server",
        "Somebody downloads a film from a web server over " + how + ".",
        Set.of("nginx-light", "curl", "unbound", "openssl", "knot-dnsutils"));
    this.secure = secure;
    this.curlOptions = List.of(curlOptions);
  }

  static List<Scenario> all() {
    return List.of(
        new WebDownload("http11", "HTTP 1.1", false, "--http1.1"),
        new WebDownload("https-tls12", "HTTPS (TLS 1.2)", true, "--tls-max", "1.2", "--http1.1"),
        new WebDownload("https-tls13", "HTTPS (TLS 1.3)", true, "--tlsv1.3", "--http1.1"),
        new WebDownload("https-http2", "HTTPS (TLS 1.3, HTTP 2)", true, "--tlsv1.3", "--http2"));
  }

  @Override
  public void play(Stage stage) {
    Certificate certificate = Certificate.create(stage, SERVER);
    Path www = stage.work().shareFrom(stage.folder(SERVER, "www"));
    Path configuration =
        stage.template(
            SERVER,
            "nginx.conf",
            Map.of(
                "folder", stage.host(SERVER).folder().toString(),
                "www", www.toString(),
                "certificate", certificate.certificate().toString(),
                "key", certificate.key().toString()));
    Worlds.readable(stage.host(SERVER).folder());
    NameServer.start(stage, SERVER, CLIENT);
    stage.host(SERVER).start("nginx", "-c", configuration.toString());
    int port = secure ? 443 : 80;
    stage.listening(SERVER, Transport.TCP, port, "nginx");
    contentOver(stage, port, secure ? Kind.encrypted("TLS", "curl") : Kind.plain("HTTP", "curl"));
    stage.did(SERVER, "nginx-light", "served the film");
    stage.did(CLIENT, "curl", "downloaded the film");
    String address = NameServer.lookUp(stage, SERVER, CLIENT);
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    List<String> command =
        new ArrayList<>(
            List.of(
                "curl",
                "-sS",
                "--fail",
                "-o",
                received.toString(),
                "--cacert",
                certificate.certificate().toString(),
                "--resolve",
                Certificate.NAME + ":" + port + ":" + address));
    command.addAll(curlOptions);
    command.add(
        (secure ? "https://" : "http://") + Certificate.NAME + "/" + stage.work().fileName());
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.arrived(received);
  }
}
