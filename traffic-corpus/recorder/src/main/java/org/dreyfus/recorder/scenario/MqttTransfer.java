package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;

/** A film is published to an MQTT broker, and a subscriber takes it. */
final class MqttTransfer implements Scenario {

  private static final int PORT = 1883;
  private static final String BROKER = "broker";
  private static final String PUBLISHER = "publisher";
  private static final String SUBSCRIBER = "subscriber";

  @Override
  public String id() {
    return "mqtt";
  }

  @Override
  public String story() {
    return "A camera sends a film to a message broker, and a recorder takes it from there.";
  }

  @Override
  public String cluster() {
    return "mosquitto/MQTT/broker";
  }

  @Override
  public List<String> hosts() {
    return List.of(BROKER, PUBLISHER, SUBSCRIBER);
  }

  @Override
  public Set<String> packages() {
    return Set.of("mosquitto", "mosquitto-clients");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    String address = stage.address(BROKER);
    Path configuration =
        stage.write(
            BROKER,
            "mosquitto.conf",
            "listener %d %s\nallow_anonymous true\nuser root\n".formatted(PORT, address));
    stage.host(BROKER).start("mosquitto", "-c", configuration.toString());
    stage.listening(BROKER, Transport.TCP, PORT, "mosquitto");
    Kind kind = Kind.plain("MQTT", "mosquitto");
    stage.content(PUBLISHER, BROKER, Transport.TCP, PORT, kind);
    stage.content(SUBSCRIBER, BROKER, Transport.TCP, PORT, kind);
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
                "exec mosquitto_sub -N -h %s -t film -C 1 > %s".formatted(address, received));
    LabHost.pause(Duration.ofMillis(600));
    stage.run(PUBLISHER, "mosquitto_pub", "-h", address, "-t", "film", "-f", film.toString());
    taking.awaitEnd(Duration.ofSeconds(20));
    stage.arrived(received);
  }
}
