package org.dreyfus.recorder.scenario;

import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;

/** A scenario with one server and one client. */
public abstract class ClientServer implements Scenario {

  public static final String SERVER = "server";
  public static final String CLIENT = "client";

  private final String id;
  private final String cluster;
  private final String story;
  private final Set<String> packages;

  protected ClientServer(String id, String cluster, String story, Set<String> packages) {
    this.id = id;
    this.cluster = cluster;
    this.story = story;
    this.packages = packages;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String cluster() {
    return cluster;
  }

  @Override
  public final String story() {
    return story;
  }

  @Override
  public final Set<String> packages() {
    return packages;
  }

  @Override
  public final List<String> hosts() {
    return List.of(SERVER, CLIENT);
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  /** The flows between client and server on a TCP port carry the work. */
  protected static void contentOver(Stage stage, int port, Kind kind) {
    stage.content(CLIENT, SERVER, Transport.TCP, port, kind);
  }
}
