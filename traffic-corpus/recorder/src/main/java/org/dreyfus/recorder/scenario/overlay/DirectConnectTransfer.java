package org.dreyfus.recorder.scenario.overlay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.scenario.Worlds;

/**
 * Two people meet on a Direct Connect hub and one fetches a film from the other: uhub and ncdc,
 * with ADC 1.0.1, plain or in TLS. ncdc is worked by keys, at a terminal.
 */
final class DirectConnectTransfer implements Scenario {

  private static final String HUB = "hub";
  private static final String SHARER = "sharer";
  private static final String FETCHER = "fetcher";
  private static final int HUB_PORT = 1_511;
  private static final int SHARER_PORT = 3_412;
  private static final int FETCHER_PORT = 3_413;

  private final boolean secure;

  private DirectConnectTransfer(boolean secure) {
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new DirectConnectTransfer(false), new DirectConnectTransfer(true));
  }

  @Override
  public String id() {
    return "direct-connect-" + (secure ? "tls" : "plain");
  }

  @Override
  public String story() {
    return "One person fetches a film from another on a Direct Connect hub, "
        + (secure ? "encrypted." : "unencrypted.");
  }

  @Override
  public String cluster() {
    return "ncdc+uhub/DirectConnect/" + (secure ? "tls" : "plain-tcp") + "/open-hub";
  }

  @Override
  public List<String> hosts() {
    return List.of(HUB, SHARER, FETCHER);
  }

  @Override
  public Set<String> packages() {
    return Set.of("uhub", "ncdc", "openssl", "python3");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    Kind kind = secure ? Kind.encrypted("TLS", "ncdc") : Kind.plain("DirectConnect", "ncdc");
    for (int port : new int[] {SHARER_PORT, FETCHER_PORT}) {
      stage.content(SHARER, FETCHER, Transport.TCP, port, kind);
      stage.control(SHARER, FETCHER, Transport.UDP, port, Kind.plain("DirectConnect", "ncdc"));
    }
    stage.control(SHARER, HUB, Transport.TCP, HUB_PORT, kind);
    stage.control(FETCHER, HUB, Transport.TCP, HUB_PORT, kind);
    hub(stage);
    stage.did(SHARER, "ncdc", "offered the film");
    stage.did(FETCHER, "ncdc", "searched for the film and fetched it");
    stage.work().writeTo(stage.folder(SHARER, "share"));
    stage.folder(FETCHER, "share");
    stage.write(FETCHER, "share/note.txt", "nothing yet\n");
    user(stage, SHARER, SHARER_PORT, List.of());
    user(stage, FETCHER, FETCHER_PORT, List.of(stage.work().fileName()));
    Path received = stage.folder(FETCHER, "downloads").resolve(stage.work().fileName());
    stage.awaitArrival(received, Duration.ofSeconds(70));
  }

  private void hub(Stage stage) {
    Certificate certificate = Certificate.create(stage, HUB);
    Path users = stage.write(HUB, "users.txt", "");
    Path configuration =
        stage.template(
            HUB,
            "uhub.conf",
            Map.of(
                "address", stage.address(HUB),
                "tls", secure ? "yes" : "no",
                "certificate", certificate.certificate().toString(),
                "key", certificate.key().toString(),
                "users", users.toString()));
    Worlds.readable(stage.host(HUB).folder());
    stage.host(HUB).start("uhub", "-c", configuration.toString());
    stage.listening(HUB, Transport.TCP, HUB_PORT, "uhub");
    stage.service(HUB, "open-dc-hub", "DirectConnect", HUB_PORT, true);
    stage.did(HUB, "uhub", "let people meet and passed searches on");
  }

  private void user(Stage stage, String host, int port, List<String> wanted) {
    Path script = stage.template(host, "ncdc_user.py", Map.of());
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
    command.addAll(List.of(stage.host(host).folder().toString(), host, stage.address(host)));
    command.add(Integer.toString(port));
    command.add((secure ? "adcs" : "adc") + "://" + stage.address(HUB) + ":" + HUB_PORT);
    command.add(secure ? "prefer" : "disabled");
    command.addAll(wanted);
    Running user = stage.host(host).start(command.toArray(String[]::new));
    user.awaitOutput("READY", Duration.ofSeconds(30));
    stage.listening(host, Transport.TCP, port, "ncdc");
    stage.listening(host, Transport.UDP, port, "ncdc");
  }
}
