package org.dreyfus.recorder.scenario.reenacted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.Origin;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Skype as it looked in 2007: a call between two people, and August 2007, when very many machines
 * restarted at once and the super nodes could not take them all. Lawful, encrypted, peer-to-peer;
 * no work moves. Shape only; see {@code docs/veiled-networks.md}.
 */
final class Skype implements Scenario {

  private static final String SUPER_NODE = "super-node";
  private static final int PORT = 33_033;
  private static final Kind KIND = Kind.obfuscated("Skype", "skype_peer.py");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final boolean restart;

  private Skype(boolean restart) {
    this.restart = restart;
  }

  static List<Scenario> all() {
    return List.of(new Skype(false), new Skype(true));
  }

  @Override
  public String id() {
    return restart ? "skype-restart" : "skype-call";
  }

  @Override
  public String story() {
    return restart
        ? "Many machines restart at once, and their telephone programs all log in again."
        : "Two people log in to a telephone network of equals and talk.";
  }

  @Override
  public String cluster() {
    return "skype-peer/Skype/udp+tcp/" + (restart ? "mass-restart" : "call");
  }

  private List<String> people() {
    int count = restart ? 12 : 2;
    return IntStream.rangeClosed(1, count).mapToObj(number -> "caller-" + number).toList();
  }

  @Override
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>(List.of(SUPER_NODE));
    hosts.addAll(people());
    return hosts;
  }

  @Override
  public Set<String> packages() {
    return Set.of("python3");
  }

  @Override
  public boolean movesWork() {
    return false;
  }

  @Override
  public Origin origin() {
    return Origin.REENACTED;
  }

  @Override
  public Optional<Fidelity> fidelity() {
    return Optional.of(Fidelity.C);
  }

  @Override
  public void play(Stage stage) {
    String perSecond = restart ? "2" : "50";
    start(stage, SUPER_NODE, "super", stage.address(SUPER_NODE), "" + PORT, perSecond);
    stage.listening(SUPER_NODE, Transport.UDP, PORT, "python3");
    stage.listening(SUPER_NODE, Transport.TCP, PORT, "python3");
    stage.did(SUPER_NODE, "python3", "let in as many as it could");
    List<Running> logins = new ArrayList<>();
    for (String person : people()) {
      if (restart) {
        stage.content(person, SUPER_NODE, Transport.UDP, PORT, KIND);
        stage.content(person, SUPER_NODE, Transport.TCP, PORT, KIND);
      } else {
        stage.control(person, SUPER_NODE, Transport.UDP, PORT, KIND);
        stage.control(person, SUPER_NODE, Transport.TCP, PORT, KIND);
      }
      stage.did(person, "python3", restart ? "restarted and logged in again" : "logged in, talked");
      String place = stage.address(SUPER_NODE) + ":" + PORT;
      logins.add(start(stage, person, "login", stage.address(person), "0", place));
    }
    logins.forEach(login -> login.awaitOutput("JOINED", LIMIT));
    if (!restart) {
      talk(stage);
    }
    boolean joined = logins.stream().allMatch(login -> login.output().contains("JOINED"));
    stage.succeeded(joined, "the log-in");
  }

  private void talk(Stage stage) {
    stage.content("caller-1", "caller-2", Transport.UDP, PORT, KIND);
    String one = stage.address("caller-1");
    String other = stage.address("caller-2");
    String port = "" + PORT;
    Running first = start(stage, "caller-1", "talk", one, port, other + ":" + PORT, "3");
    Running second = start(stage, "caller-2", "talk", other, port, one + ":" + PORT, "3");
    stage.listening("caller-1", Transport.UDP, PORT, "python3");
    first.awaitOutput("TALKED", LIMIT);
    second.awaitOutput("TALKED", LIMIT);
  }

  private static Running start(Stage stage, String host, String... role) {
    Path script = stage.template(host, "skype_peer.py", Map.of());
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
    command.addAll(List.of(role));
    return stage.host(host).start(command.toArray(String[]::new));
  }
}
