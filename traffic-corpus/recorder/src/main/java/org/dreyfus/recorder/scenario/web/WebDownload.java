package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** A program fetches a film from nginx; it looks the name up at a name server beside it. */
final class WebDownload extends ClientServer {

  private static final String[] NO_OPTIONS = {};

  private final String program;
  private final boolean secure;
  private final List<String> options;

  private WebDownload(String id, String program, String how, boolean secure, String... options) {
    super(
        "web-" + id,
        program + "+nginx/" + how + "/client-server",
        "Somebody downloads a film from a web server over %s with %s.".formatted(how, program),
        packages(program));
    this.program = program;
    this.secure = secure;
    this.options = List.of(options);
  }

  static List<Scenario> all() {
    return List.of(
        new WebDownload("http11", "curl", "HTTP 1.1", false, "--http1.1"),
        new WebDownload(
            "https-tls12", "curl", "HTTPS (TLS 1.2)", true, "--tls-max", "1.2", "--http1.1"),
        new WebDownload("https-tls13", "curl", "HTTPS (TLS 1.3)", true, "--tlsv1.3", "--http1.1"),
        new WebDownload(
            "https-http2", "curl", "HTTPS (TLS 1.3, HTTP 2)", true, "--tlsv1.3", "--http2"),
        new WebDownload("wget-https", "wget", "HTTPS (TLS 1.3)", true, NO_OPTIONS),
        new WebDownload("aria2-http", "aria2", "HTTP 1.1", false, NO_OPTIONS),
        new WebDownload("aria2-https", "aria2", "HTTPS (TLS 1.3)", true, NO_OPTIONS));
  }

  private static Set<String> packages(String program) {
    return new TreeSet<>(List.of("nginx-light", "unbound", "openssl", program));
  }

  @Override
  public void play(Stage stage) {
    WebServer web = WebServer.start(stage, SERVER, CLIENT, secure);
    stage.work().writeTo(web.root());
    contentOver(stage, web.port(), web.kind(program));
    stage.did(CLIENT, program, "downloaded the film");
    Path received = stage.host(CLIENT).folder().resolve("received.mkv");
    List<String> command = new ArrayList<>(base(web.certificate().certificate(), received));
    command.addAll(options);
    command.add(web.url(stage.work().fileName()));
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.arrived(received);
  }

  private List<String> base(Path trusted, Path received) {
    return switch (program) {
      case "wget" -> List.of("wget", "-q", "--ca-certificate=" + trusted, "-O", "" + received);
      case "aria2" ->
          List.of(
              "aria2c",
              "--no-conf",
              "-q",
              "--ca-certificate=" + trusted,
              "--dir=" + received.getParent(),
              "--out=" + received.getFileName());
      default -> List.of("curl", "-sS", "--fail", "--cacert", "" + trusted, "-o", "" + received);
    };
  }
}
