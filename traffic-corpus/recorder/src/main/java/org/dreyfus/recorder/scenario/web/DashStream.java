package org.dreyfus.recorder.scenario.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Stage;

/** A player fetches a manifest and then a film's segments: MPEG-DASH, ISO/IEC 23009-1. */
final class DashStream extends ClientServer {

  private static final int SEGMENTS = 6;

  DashStream() {
    super(
        "stream-dash-http",
        "curl+nginx/DASH over HTTP/client-server",
        "Somebody watches a film that a web server streams in segments.",
        Set.of("nginx-light", "curl", "unbound", "openssl"));
  }

  @Override
  public void play(Stage stage) {
    WebServer web = WebServer.start(stage, SERVER, CLIENT, false);
    contentOver(stage, web.port(), web.kind("curl"));
    stage.did(CLIENT, "curl", "fetched the segments of the film");
    try {
      cut(stage, web.root());
      web.fetch(stage, CLIENT, "manifest.mpd");
      ByteArrayOutputStream film = new ByteArrayOutputStream();
      for (int i = 1; i <= SEGMENTS; i++) {
        film.writeBytes(Files.readAllBytes(web.fetch(stage, CLIENT, segment(i))));
      }
      Path received = stage.host(CLIENT).folder().resolve("received");
      stage.arrived(Files.write(received, film.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cut(Stage stage, Path root) throws IOException {
    byte[] film = stage.work().bytes();
    for (int i = 1; i <= SEGMENTS; i++) {
      int from = film.length * (i - 1) / SEGMENTS;
      int to = film.length * i / SEGMENTS;
      Files.write(root.resolve(segment(i)), Arrays.copyOfRange(film, from, to));
    }
    Files.writeString(
        root.resolve("manifest.mpd"),
        """
        <?xml version="1.0"?>
        <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT12S"
          profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period><AdaptationSet>
          <SegmentTemplate media="segment-$Number$.m4s" startNumber="1" duration="2"/>
          <Representation id="1" bandwidth="80000"/></AdaptationSet></Period></MPD>
        """);
  }

  private static String segment(int number) {
    return "segment-" + number + ".m4s";
  }
}
