package org.dreyfus.recorder.scenario.transfer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** A film is published to an MQTT broker, and a subscriber takes it. */
final class MqttTransfer implements Scenario {

  private static final String BROKER = "broker";
  private static final String PUBLISHER = "publisher";
  private static final String SUBSCRIBER = "subscriber";

  private final boolean secure;

  private MqttTransfer(boolean secure) {
    this.secure = secure;
  }

  static List<Scenario> all() {
    return List.of(new MqttTransfer(false), new MqttTransfer(true));
  }

  @Override
  public String id() {
    return secure ? "mqtt-tls" : "mqtt";
  }

  @Override
  public String story() {
    return "A camera sends a film to a message broker, and a recorder takes it from there"
        + (secure ? ", over TLS." : ".");
  }

  @Override
  public String cluster() {
    return secure ? "mosquitto/TLS/broker" : "mosquitto/MQTT/broker";
  }

  @Override
  public List<String> hosts() {
    return List.of(BROKER, PUBLISHER, SUBSCRIBER);
  }

  @Override
  public Set<String> packages() {
    return Set.of("mosquitto", "mosquitto-clients", "openssl");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    String address = stage.address(BROKER);
    int port = secure ? 8883 : 1883;
    Certificate certificate = Certificate.create(stage, BROKER);
    String tls =
        "certfile %s\nkeyfile %s\n".formatted(certificate.certificate(), certificate.key());
    Path configuration =
        stage.write(
            BROKER,
            "mosquitto.conf",
            "listener %d %s\nallow_anonymous true\nuser root\n".formatted(port, address)
                + (secure ? tls : ""));
    String client =
        "-p %d %s"
            .formatted(port, secure ? "--insecure --cafile " + certificate.certificate() : "");
    stage.host(BROKER).start("mosquitto", "-c", configuration.toString());
    stage.listening(BROKER, Transport.TCP, port, "mosquitto");
    Kind kind = secure ? Kind.encrypted("TLS", "mosquitto") : Kind.plain("MQTT", "mosquitto");
    stage.content(PUBLISHER, BROKER, Transport.TCP, port, kind);
    stage.content(SUBSCRIBER, BROKER, Transport.TCP, port, kind);
    stage.did(BROKER, "mosquitto", "passed the film on");
    stage.did(PUBLISHER, "mosquitto-clients", "sent the film");
    stage.did(SUBSCRIBER, "mosquitto-clients", "took the film");
    Path film = stage.work().writeTo(stage.folder(PUBLISHER, "films"));
    Path received = stage.host(SUBSCRIBER).folder().resolve("received.mkv");
    Running taking =
        stage
            .host(SUBSCRIBER)
            .start(
                "sh",
                "-c",
                "exec mosquitto_sub -N -h %s %s -t film -C 1 > %s"
                    .formatted(address, client, received));
    LabHost.pause(Duration.ofMillis(600));
    String publish = "mosquitto_pub -h %s %s -t film -f %s".formatted(address, client, film);
    stage.run(PUBLISHER, "sh", "-c", publish);
    taking.awaitEnd(Duration.ofSeconds(20));
    stage.arrived(received);
  }
}
