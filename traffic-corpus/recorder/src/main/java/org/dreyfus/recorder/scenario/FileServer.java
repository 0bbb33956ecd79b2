package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import org.dreyfus.recorder.lab.Transport;

/** Python's own web server, where nothing but a file behind a tunnel or proxy is needed. */
public final class FileServer {

  public static final int PORT = 8_000;

  private FileServer() {}

  /** Serves the work on one address of a host, and returns its URL. */
  public static String start(Stage stage, String host, String address) {
    Path shared = stage.work().shareFrom(stage.folder(host, "shared"));
    stage
        .host(host)
        .start(
            "/usr/bin/python3",
            "-m",
            "http.server",
            "-d",
            shared.toString(),
            "-b",
            address,
            Integer.toString(PORT));
    stage.host(host).awaitListener(Transport.TCP, PORT);
    stage.did(host, "python3", "served the film");
    return "http://%s:%d/%s".formatted(address, PORT, stage.work().fileName());
  }
}
