package org.dreyfus.engine;

import java.util.Map;

/** What came of training a classifier on a corpus. */
public sealed interface Training {

  /**
   * It has learnt.
   *
   * @param facts how, for readers; recorded as options, a digest of all models among them
   * @param optionsBySession what the classifier is handed for each session, by session id
   */
  record Done(Map<String, String> facts, Map<String, Map<String, String>> optionsBySession)
      implements Training {
    public Done {
      facts = Map.copyOf(facts);
      optionsBySession = Map.copyOf(optionsBySession);
    }
  }

  /**
   * The corpus has too little to learn from.
   *
   * @param reason one line
   */
  record Impossible(String reason) implements Training {}
}
