package org.dreyfus.inline.replay;

import java.util.Optional;

/** Which packet of which session carries which tag, for packets that go one way. */
final class Tags {

  private static final int COUNT = 1 << 16;

  private final Tagged[] byTag = new Tagged[COUNT];
  private int last;

  /** A packet on its way. */
  record Tagged(SessionReplay session, int step) {}

  /**
   * The next tag that nobody waits for; never 0.
   *
   * @throws ReplayException when 65,535 packets are on their way
   */
  int take(SessionReplay session, int step) {
    for (int attempts = 1; attempts < COUNT; attempts++) {
      last = last % (COUNT - 1) + 1;
      Tagged before = byTag[last];
      if (before == null || !before.session().isWaitingFor(before.step())) {
        byTag[last] = new Tagged(session, step);
        return last;
      }
    }
    throw new ReplayException("65535 packets are on their way; put fewer sessions on the wire");
  }

  /** Who sent what carries this tag; empty when nobody did. */
  Optional<Tagged> find(int tag) {
    return Optional.ofNullable(byTag[tag]);
  }
}
