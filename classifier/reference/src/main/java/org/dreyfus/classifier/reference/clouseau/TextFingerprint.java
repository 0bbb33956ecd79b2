package org.dreyfus.classifier.reference.clouseau;

import java.util.List;

/**
 * Networks whose streams begin with words.
 *
 * <ul>
 *   <li>Gnutella: "GNUTELLA CONNECT/" and "GNUTELLA/0.6 200"; T. Klingberg, R. Manfredi, "Gnutella
 *       0.6" (RFC draft, 2002)
 *   <li>Direct Connect: "$Lock ", "$MyNick " (NMDC), "HSUP AD", "CSUP AD" (ADC 1.0, section 5)
 *   <li>FastTrack: "GET /.hash=" and "GIVE "; giFT project, "FastTrack protocol" notes (2003)
 * </ul>
 */
final class TextFingerprint implements Fingerprint {

  private final Network network;
  private final List<String> openings;

  private TextFingerprint(Network network, String... openings) {
    this.network = network;
    this.openings = List.of(openings);
  }

  static List<Fingerprint> all() {
    return List.of(
        new TextFingerprint(Network.GNUTELLA, "GNUTELLA CONNECT/", "GNUTELLA/0.6 200", "GND\u0001"),
        new TextFingerprint(
            Network.DIRECT_CONNECT, "$Lock ", "$MyNick ", "HSUP AD", "CSUP AD", "ISUP AD"),
        new TextFingerprint(Network.FASTTRACK, "GET /.hash=", "GIVE "));
  }

  @Override
  public Sighting inStream(Bytes first) {
    boolean possible = false;
    for (String opening : openings) {
      if (first.startsWith(opening)) {
        return Sighting.marker(network);
      }
      possible |= first.fits(opening);
    }
    return possible ? Sighting.NEEDS_MORE : Sighting.NO;
  }

  @Override
  public Sighting inDatagram(Bytes datagram) {
    for (String opening : openings) {
      if (datagram.startsWith(opening)) {
        return Sighting.marker(network);
      }
    }
    return Sighting.NO;
  }
}
