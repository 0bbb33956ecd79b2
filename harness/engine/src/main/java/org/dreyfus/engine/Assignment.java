package org.dreyfus.engine;

import java.util.Optional;

/**
 * What is asked of a {@link SessionEngine}.
 *
 * @param treatment of a run that is a single pass over treated traffic; absent otherwise
 * @param journal where finished sessions are kept
 */
public record Assignment(Evaluation evaluation, Optional<Treatment> treatment, Journal journal) {}
