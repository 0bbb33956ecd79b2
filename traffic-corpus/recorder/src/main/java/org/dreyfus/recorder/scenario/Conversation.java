package org.dreyfus.recorder.scenario;

import java.util.Set;

/** A client-server scenario in which no work moves: ordinary traffic that must never be blocked. */
public abstract class Conversation extends ClientServer {

  protected Conversation(String id, String cluster, String story, Set<String> packages) {
    super(id, cluster, story, packages);
  }

  @Override
  public final boolean movesWork() {
    return false;
  }
}
