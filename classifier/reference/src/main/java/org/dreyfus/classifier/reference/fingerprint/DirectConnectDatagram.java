package org.dreyfus.classifier.reference.fingerprint;

import java.util.regex.Pattern;
import org.dreyfus.classifier.Direction;

/**
 * Direct Connect over UDP: search results. NMDC: "$SR nick path" ("NeoModus Direct Connect
 * protocol"); ADC: "URES" and a client id of 39 base32 characters (ADC 1.0, sections 3 and 5).
 */
final class DirectConnectDatagram implements DatagramFingerprint {

  private static final Pattern RESULT =
      Pattern.compile("^(?:\\$SR [^ ]{1,64} [^|]*\u0005|URES [A-Z2-7]{39} )");

  @Override
  public Sighting look(Direction direction, Bytes datagram) {
    boolean possible = datagram.at(0) == '$' || datagram.at(0) == 'U';
    return possible && RESULT.matcher(datagram.text()).find()
        ? Sighting.marker(Network.DIRECT_CONNECT)
        : Sighting.NO;
  }
}
