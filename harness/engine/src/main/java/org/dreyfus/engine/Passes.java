package org.dreyfus.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The passes of a run over its corpus: the first is reported, the others are compared with it. */
final class Passes {

  private Passes() {}

  /**
   * @param treatment of a run that is a single pass over treated traffic
   */
  static List<Blinding> of(
      Evaluation evaluation, Optional<Treatment> treatment, Services services) {
    if (treatment.isPresent()) {
      return List.of(treatment.get().pass(evaluation.seed(), services));
    }
    if (!evaluation.blinded()) {
      return List.of(new Unblinded(services));
    }
    List<Blinding> passes = new ArrayList<>();
    for (int key = 0; key < evaluation.blindingKeys(); key++) {
      passes.add(new Rekeyed(new RunKey(evaluation.seed(), key), services));
    }
    if (evaluation.witnessCheck()) {
      passes.add(new Unblinded(services));
    }
    return passes;
  }
}
