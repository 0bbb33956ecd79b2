package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Conversation;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Somebody listens to the baby monitor at home: RTSP (RFC 2326) with RTP (RFC 3550) beside it or
 * within it, from GStreamer's server to FFmpeg. The sound is a test signal; no work moves.
 */
final class BabyMonitor extends Conversation {

  private static final int PORT = 554;
  private static final int LEAST_BYTES = 4_000;

  private final boolean interleaved;

  private BabyMonitor(boolean interleaved) {
    super(
        "monitor-rtsp-" + (interleaved ? "tcp" : "udp"),
        "ffmpeg+gstreamer/RTSP/" + (interleaved ? "interleaved" : "with RTP over UDP"),
        "Somebody listens to the baby monitor at home.",
        Set.of(
            "ffmpeg",
            "python3-gi",
            "gir1.2-gst-rtsp-server-1.0",
            "gstreamer1.0-plugins-base",
            "gstreamer1.0-plugins-good"));
    this.interleaved = interleaved;
  }

  static List<Scenario> all() {
    return List.of(new BabyMonitor(true), new BabyMonitor(false));
  }

  @Override
  public void play(Stage stage) {
    Kind rtsp = Kind.plain("RTSP", "gstreamer");
    if (interleaved) {
      stage.content(CLIENT, SERVER, Transport.TCP, PORT, rtsp);
    } else {
      stage.control(CLIENT, SERVER, Transport.TCP, PORT, rtsp);
      stage.contentOnAnyPort(CLIENT, SERVER, Transport.UDP, Kind.plain("RTP", "gstreamer"));
    }
    Path script = stage.template(SERVER, "rtsp_monitor.py", Map.of());
    stage.host(SERVER).start("/usr/bin/python3", script.toString(), stage.address(SERVER));
    stage.listening(SERVER, Transport.TCP, PORT, "python3");
    stage.did(SERVER, "gir1.2-gst-rtsp-server-1.0", "sent what the monitor hears");
    stage.did(CLIENT, "ffmpeg", "listened to it");
    Path heard = stage.host(CLIENT).folder().resolve("heard.wav");
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
    command.addAll(List.of("-rtsp_transport", interleaved ? "tcp" : "udp"));
    command.addAll(List.of("-i", "rtsp://%s:%d/monitor".formatted(stage.address(SERVER), PORT)));
    command.addAll(List.of("-t", "2", "-c", "copy", "-y", heard.toString()));
    stage.run(CLIENT, command.toArray(String[]::new));
    stage.succeeded(heard.toFile().length() > LEAST_BYTES, "the sound");
  }
}
