package org.dreyfus.inline.failure;

import java.util.Optional;

/** Something that was done to a device. Closing it undoes what can be undone. */
interface Affliction extends AutoCloseable {

  /** What was done, with numbers, to begin a sentence with; to be asked last. */
  String told();

  /** Why it did not do what it should; to be asked after the probes have run. */
  Optional<String> failed();

  @Override
  void close();
}
