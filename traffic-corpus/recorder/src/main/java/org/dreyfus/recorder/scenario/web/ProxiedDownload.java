package org.dreyfus.recorder.scenario.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.FileServer;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** A download through a company's web proxy, tinyproxy: both legs carry the film. */
final class ProxiedDownload implements Scenario {

  private static final String SERVER = "server";
  private static final String PROXY = "proxy";
  private static final String CLIENT = "client";
  private static final int PROXY_PORT = 8888;

  @Override
  public String id() {
    return "web-http11-proxied";
  }

  @Override
  public String story() {
    return "Somebody downloads a film from a web server through the company's proxy.";
  }

  @Override
  public String cluster() {
    return "curl+tinyproxy/HTTP 1.1/proxy";
  }

  @Override
  public List<String> hosts() {
    return List.of(SERVER, PROXY, CLIENT);
  }

  @Override
  public Set<String> packages() {
    return Set.of("tinyproxy", "curl", "python3");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    Kind kind = Kind.plain("HTTP", "curl");
    stage.content(CLIENT, PROXY, Transport.TCP, PROXY_PORT, kind);
    stage.content(PROXY, SERVER, Transport.TCP, FileServer.PORT, Kind.plain("HTTP", "tinyproxy"));
    String url = FileServer.start(stage, SERVER, stage.address(SERVER));
    stage.listening(SERVER, Transport.TCP, FileServer.PORT, "python3");
    Path configuration =
        stage.template(PROXY, "tinyproxy.conf", Map.of("address", stage.address(PROXY)));
    stage.host(PROXY).start("tinyproxy", "-d", "-c", configuration.toString());
    stage.listening(PROXY, Transport.TCP, PROXY_PORT, "tinyproxy");
    stage.did(PROXY, "tinyproxy", "passed the film on");
    stage.did(CLIENT, "curl", "downloaded the film");
    Path received = stage.host(CLIENT).folder().resolve("received");
    String proxy = "http://%s:%d".formatted(stage.address(PROXY), PROXY_PORT);
    stage.run(CLIENT, "curl", "-sS", "--fail", "-x", proxy, "-o", received.toString(), url);
    stage.arrived(received);
  }
}
