package org.dreyfus.corpus;

/** Whether moving this content was lawful. */
public enum LegalStatus {
  LEGAL,
  INFRINGING,
  /** Cannot be said. Never counted as either of the others, and always shown. */
  UNDETERMINED
}
