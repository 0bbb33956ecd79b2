package org.dreyfus.recorder.scenario.reenacted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.Origin;
import org.dreyfus.recorder.lab.Running;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/** A work moves over a network of the past, spoken by scripts that come with the recorder. */
abstract class PeerNetwork implements Scenario {

  static final String PYTHON = "python3";
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String INTERPRETER = "/usr/bin/python3";

  private final Fidelity fidelity;
  private final List<String> scripts;

  /**
   * @param scripts resources that the peers need, framing and roles
   */
  PeerNetwork(Fidelity fidelity, List<String> scripts) {
    this.fidelity = fidelity;
    this.scripts = scripts;
  }

  @Override
  public final Set<String> packages() {
    return Set.of(PYTHON, "openssl");
  }

  @Override
  public final boolean movesWork() {
    return true;
  }

  @Override
  public final Origin origin() {
    return Origin.REENACTED;
  }

  @Override
  public final Optional<Fidelity> fidelity() {
    return Optional.of(fidelity);
  }

  /** Starts a script in a role; it runs until the session is over. */
  final Running peer(Stage stage, String host, String script, List<String> arguments) {
    scripts.forEach(name -> stage.template(host, name, Map.of()));
    Path file = stage.host(host).folder().resolve(script);
    List<String> command = new ArrayList<>(List.of(INTERPRETER, "-B", file.toString()));
    command.addAll(arguments);
    return stage.host(host).start(command.toArray(String[]::new));
  }

  /** Where a fetching peer leaves the work. */
  static Path received(Stage stage, String host) {
    return stage.folder(host, "received").resolve(stage.work().fileName());
  }

  /** What a user types to find the work: its name without hyphens and without the ending. */
  static String words(Stage stage) {
    String name = stage.work().fileName();
    return name.substring(0, name.lastIndexOf('.')).replace('-', ' ');
  }
}
