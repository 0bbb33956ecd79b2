package org.dreyfus.recorder;

import org.dreyfus.corpus.LegalBasis;

/** What the rights catalogue says of a work. */
final class Rights {

  private Rights() {}

  static String sentence(LegalBasis basis) {
    return switch (basis) {
      case OWN_WORK -> "Made by the sender, who may share it.";
      case PUBLIC_DOMAIN -> "In the public domain.";
      case OPEN_LICENCE -> "Licensed to everybody under CC BY 4.0.";
      case RIGHTS_HOLDER -> "Shared with the rights holder's leave.";
      case UNLICENSED_COPY ->
          "All rights reserved; no licence to distribute. A generated stand-in, no real work.";
      case DECOY -> "Published by the rights holder's agent under another work's name.";
      case FAIR_USE -> "An excerpt, used in a way that a court may find fair.";
      case NOT_CONTENT -> "Not a work.";
      case UNESTABLISHED -> "Whose it is could not be found out.";
    };
  }
}
