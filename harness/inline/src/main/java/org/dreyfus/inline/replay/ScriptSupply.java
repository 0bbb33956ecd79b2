package org.dreyfus.inline.replay;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** Where scripts come from. */
interface ScriptSupply {

  /** The next script; empty when none is ready. */
  Optional<Script> poll();

  /** Whether there will be no more. */
  boolean isDone();

  /** Scripts that are ready. */
  static ScriptSupply of(Collection<Script> scripts) {
    Deque<Script> left = new ArrayDeque<>(scripts);
    return new ScriptSupply() {
      @Override
      public Optional<Script> poll() {
        return Optional.ofNullable(left.poll());
      }

      @Override
      public boolean isDone() {
        return left.isEmpty();
      }
    };
  }
}
