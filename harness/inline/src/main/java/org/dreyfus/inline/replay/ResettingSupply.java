package org.dreyfus.inline.replay;

import java.util.Optional;

/** Has the device forget everything before each script goes on the wire. */
record ResettingSupply(ScriptSupply scripts, Runnable reset) implements ScriptSupply {

  @Override
  public Optional<Script> poll() {
    Optional<Script> script = scripts.poll();
    if (script.isPresent()) {
      reset.run();
    }
    return script;
  }

  @Override
  public boolean isDone() {
    return scripts.isDone();
  }
}
