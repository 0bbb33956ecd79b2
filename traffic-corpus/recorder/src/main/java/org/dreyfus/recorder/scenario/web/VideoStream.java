package org.dreyfus.recorder.scenario.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.scenario.ClientServer;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** A player fetches a play list and then the pieces of a film: HTTP Live Streaming, RFC 8216. */
final class VideoStream extends ClientServer {

  private static final int PIECES = 4;

  private final boolean secure;

  private VideoStream(boolean secure) {
    super(
        "stream-hls-" + (secure ? "https" : "http"),
        "curl+nginx/HLS over " + (secure ? "HTTPS" : "HTTP") + "/client-server",
        "Somebody watches a film that a web server streams" + (secure ? " over HTTPS." : "."),
        Set.of("nginx-light", "curl", "unbound", "openssl"));
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new VideoStream(false), new VideoStream(true));
  }

  @Override
  public void play(Stage stage) {
    WebServer web = WebServer.start(stage, SERVER, CLIENT, secure);
    contentOver(stage, web.port(), web.kind("curl"));
    stage.did(CLIENT, "curl", "fetched the pieces of the film");
    try {
      cut(stage, web.root());
      ByteArrayOutputStream film = new ByteArrayOutputStream();
      for (String piece : playList(Files.readString(web.fetch(stage, CLIENT, "film.m3u8")))) {
        film.writeBytes(Files.readAllBytes(web.fetch(stage, CLIENT, piece)));
      }
      Path received = stage.host(CLIENT).folder().resolve("received.mkv");
      stage.arrived(Files.write(received, film.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cut(Stage stage, Path root) throws IOException {
    byte[] film = stage.work().bytes();
    List<String> lines = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-TARGETDURATION:2"));
    for (int i = 0; i < PIECES; i++) {
      String piece = "piece-" + i + ".ts";
      int from = film.length * i / PIECES;
      Files.write(
          root.resolve(piece), Arrays.copyOfRange(film, from, film.length * (i + 1) / PIECES));
      lines.addAll(List.of("#EXTINF:2,", piece));
    }
    lines.add("#EXT-X-ENDLIST");
    Files.write(root.resolve("film.m3u8"), lines);
  }

  private static List<String> playList(String text) {
    return text.lines().filter(line -> !line.startsWith("#")).toList();
  }
}
