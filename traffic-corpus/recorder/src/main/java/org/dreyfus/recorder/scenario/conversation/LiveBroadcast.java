package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Conversation;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** Somebody broadcasts live with FFmpeg: Adobe's RTMP 1.0. The picture is a test pattern. */
final class LiveBroadcast extends Conversation {

  private static final int PORT = 1935;
  private static final int LEAST_BYTES = 4_000;

  LiveBroadcast() {
    super(
        "broadcast-rtmp",
        "ffmpeg/RTMP/client-server",
        "Somebody sends a live picture to a video platform.",
        Set.of("ffmpeg"));
  }

  @Override
  public void play(Stage stage) {
    stage.content(CLIENT, SERVER, Transport.TCP, PORT, Kind.plain("RTMP", "ffmpeg"));
    Path seen = stage.host(SERVER).folder().resolve("seen.flv");
    String url = "rtmp://%s:%d/live/picture".formatted(stage.address(SERVER), PORT);
    Running platform =
        stage
            .host(SERVER)
            .start(
                "ffmpeg", "-v", "error", "-listen", "1", "-i", url, "-c", "copy", seen.toString());
    stage.listening(SERVER, Transport.TCP, PORT, "ffmpeg");
    stage.did(SERVER, "ffmpeg", "took the picture");
    stage.did(CLIENT, "ffmpeg", "sent the picture");
    stage.run(
        CLIENT,
        "ffmpeg",
        "-v",
        "error",
        "-re",
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=160x120:rate=5",
        "-t",
        "3",
        "-c:v",
        "flv1",
        "-q:v",
        "12",
        "-f",
        "flv",
        url);
    platform.awaitEnd(Duration.ofSeconds(10));
    stage.succeeded(seen.toFile().length() > LEAST_BYTES, "the picture");
  }
}
