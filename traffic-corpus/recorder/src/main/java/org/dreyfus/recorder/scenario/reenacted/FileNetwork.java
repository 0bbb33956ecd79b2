package org.dreyfus.recorder.scenario.reenacted;

import java.nio.file.Path;
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

/** A server or super node, somebody who shares a film and somebody who takes it: re-enacted. */
abstract class FileNetwork implements Scenario {

  static final String SERVER = "server";
  static final String SHARER = "sharer";
  static final String FETCHER = "fetcher";

  @Override
  public final List<String> hosts() {
    return List.of(SERVER, SHARER, FETCHER);
  }

  @Override
  public Set<String> packages() {
    return Set.of("python3", "python3-cryptography");
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
  public Optional<Fidelity> fidelity() {
    return Optional.of(Fidelity.B);
  }

  /** Starts a script of ours on a host. */
  static Running start(Stage stage, String host, String resource, List<String> arguments) {
    stage.template(host, "veil.py", Map.of());
    Path script = stage.template(host, resource, Map.of());
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
    command.addAll(arguments);
    return stage.host(host).start(command.toArray(String[]::new));
  }
}
