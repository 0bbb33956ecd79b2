package org.dreyfus.corpus;

/** Why a {@link LegalStatus} holds. */
public enum LegalBasis {
  /** The sender made it. */
  OWN_WORK,
  PUBLIC_DOMAIN,
  OPEN_LICENCE,
  /** Distributed by the rights holder or with the holder's leave. */
  RIGHTS_HOLDER,
  /** Published by the rights holder's agent under the name of a wanted work. Contestable law. */
  DECOY,
  /** A use that a court may find fair. Contestable law. */
  FAIR_USE,
  /** Nothing protected moves: name look-ups, mail between people, telephony. */
  NOT_CONTENT,
  /** A stand-in registered as "all rights reserved", moved without licence. */
  UNLICENSED_COPY,
  /** Nobody could establish it: goes with {@link LegalStatus#UNDETERMINED}, and only with it. */
  UNESTABLISHED
}
