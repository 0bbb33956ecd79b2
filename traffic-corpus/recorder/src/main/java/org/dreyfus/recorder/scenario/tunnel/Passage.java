package org.dreyfus.recorder.scenario.tunnel;

import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.Origin;
import org.dreyfus.recorder.scenario.Stage;

/** A way to join two machines. Inside, the server is 192.168.88.1 and the client 192.168.88.2. */
interface Passage {

  /** Part of the ids of scenarios. */
  String id();

  /** For people. */
  String title();

  /** Outermost protocol on the wire. */
  String protocol();

  /** Debian packages that it needs. */
  Set<String> packages();

  /** Real programs, or ours. */
  default Origin origin() {
    return Origin.RECORDED;
  }

  /** How true it is, when it is re-enacted. */
  default Optional<Fidelity> fidelity() {
    return Optional.empty();
  }

  /** Says what its flows are. */
  void declare(Stage stage, String server, String client, String carried);

  /** Builds it and returns when both ends are up. */
  void up(Stage stage, String server, String client);
}
