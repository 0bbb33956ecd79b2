package org.dreyfus.recorder.scenario.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** Somebody reads a page of several files, and the film is one of them. */
final class WebPage extends ClientServer {

  private static final List<String> PARTS = List.of("style.css", "menu.js", "about.html");

  private final boolean secure;

  private WebPage(boolean secure) {
    super(
        "web-page-" + (secure ? "https" : "http"),
        "wget+nginx/page over " + (secure ? "HTTPS" : "HTTP") + "/client-server",
        "Somebody reads a web page with everything on it, a film too"
            + (secure ? ", over HTTPS." : "."),
        Set.of("nginx-light", "wget", "unbound", "openssl"));
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new WebPage(false), new WebPage(true));
  }

  @Override
  public void play(Stage stage) {
    WebServer web = WebServer.start(stage, SERVER, CLIENT, secure);
    write(stage, web.root());
    contentOver(stage, web.port(), web.kind("wget"));
    stage.did(CLIENT, "wget", "read the page with the film");
    Path received = stage.folder(CLIENT, "received");
    stage.run(
        CLIENT,
        "wget",
        "-q",
        "--ca-certificate=" + web.certificate().certificate(),
        "--page-requisites",
        "--recursive",
        "--level=1",
        "--no-host-directories",
        "--execute",
        "robots=off",
        "--directory-prefix=" + received,
        web.url("index.html"));
    stage.arrived(received.resolve(stage.work().fileName()));
  }

  private static void write(Stage stage, Path root) {
    String film = stage.work().fileName();
    try {
      stage.work().writeTo(root);
      Files.writeString(
          root.resolve("index.html"),
          """
          <!doctype html><html><head><link rel="stylesheet" href="style.css">
          <script src="menu.js"></script></head><body><h1>What is new</h1>
          <p><a href="about.html">About</a> <a href="%s">%s</a></p></body></html>
          """
              .formatted(film, stage.work().title()));
      for (String part : PARTS) {
        Files.writeString(root.resolve(part), "/* " + part.repeat(40) + " */\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
