package org.dreyfus.classifier.reference.fingerprint;

import java.util.List;

/**
 * Direct Connect over TCP, hub and peers. NMDC: "$Lock" and "$MyNick" ("NeoModus Direct Connect
 * protocol", nmdc.sourceforge.net). ADC: the SUP message of client, hub and hub's answer (ADC 1.0,
 * sections 3 and 5).
 */
final class DirectConnect implements StreamFingerprint {

  private static final Openings OPENINGS =
      new Openings(
          Network.DIRECT_CONNECT, List.of("$Lock ", "$MyNick ", "HSUP AD", "CSUP AD", "ISUP AD"));

  @Override
  public Sighting look(Bytes opening) {
    return OPENINGS.look(opening);
  }
}
