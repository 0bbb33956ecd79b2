package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.Map;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.NameServer;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/**
 * nginx with a certificate of its own, and a name server beside it.
 *
 * @param certificate that clients trust
 * @param root folder that it serves
 * @param port on which its clients call
 */
record WebServer(Certificate certificate, Path root, int port) {

  /** Starts it on a host; the root folder is empty. */
  static WebServer start(Stage stage, String server, String client, boolean secure) {
    Certificate certificate = Certificate.create(stage, server);
    Path root = stage.folder(server, "www");
    Path configuration =
        stage.template(
            server,
            "nginx.conf",
            Map.of(
                "folder", stage.host(server).folder().toString(),
                "www", root.toString(),
                "certificate", certificate.certificate().toString(),
                "key", certificate.key().toString()));
    Worlds.writable(stage.host(server).folder());
    NameServer.start(stage, server, client);
    stage.host(server).start("nginx", "-c", configuration.toString());
    int port = secure ? 443 : 80;
    stage.listening(server, Transport.TCP, port, "nginx");
    stage.did(server, "nginx-light", "ran the web server");
    return new WebServer(certificate, root, port);
  }

  /** What its flows look like. */
  Kind kind(String program) {
    return port == 443 ? Kind.encrypted("TLS", program) : Kind.plain("HTTP", program);
  }

  /** Has curl fetch a file of its root, and returns where it is now. */
  Path fetch(Stage stage, String client, String name) {
    Path received = stage.host(client).folder().resolve(name);
    stage.run(
        client,
        "curl",
        "-sS",
        "--fail",
        "--cacert",
        certificate.certificate().toString(),
        "-o",
        received.toString(),
        url(name));
    return received;
  }

  String url(String path) {
    return (port == 443 ? "https://" : "http://") + Certificate.NAME + "/" + path;
  }
}
