package org.dreyfus.recorder.scenario.web;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.scenario.Scenario;

/** The web: downloads, uploads, video, WebSocket. */
public final class WebScenarios {

  private WebScenarios() {}

  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(WebDownload.all());
    all.addAll(WebUpload.all());
    all.addAll(VideoStream.all());
    all.addAll(WebSocketDownload.all());
    all.addAll(WebDav.all());
    all.addAll(WebPage.all());
    all.add(new Http3Download());
    all.add(new ResumedDownload());
    all.add(new ProxiedDownload());
    all.add(new DashStream());
    all.add(new PublicLibrary());
    return all;
  }
}
