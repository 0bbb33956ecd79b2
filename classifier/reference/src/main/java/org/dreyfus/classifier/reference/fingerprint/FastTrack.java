package org.dreyfus.classifier.reference.fingerprint;

import java.util.regex.Pattern;

/**
 * FastTrack (Kazaa): a file asked for by its hash, and "GIVE" before a pushed one. giFT project,
 * notes on the FastTrack protocol (2003). What ordinary nodes say to supernodes is encrypted and
 * not recognised.
 */
final class FastTrack implements StreamFingerprint {

  private static final int LONGEST = 24;
  private static final Pattern OPENING =
      Pattern.compile("^(?:(?:GET|HEAD) /\\.hash=[0-9A-Fa-f]{8}|GIVE \\d{1,10}\r?\n)");

  @Override
  public Sighting look(Bytes opening) {
    boolean possible =
        opening.fits("GET /.hash=") || opening.fits("HEAD /.hash=") || opening.fits("GIVE ");
    if (!possible) {
      return Sighting.NO;
    }
    if (OPENING.matcher(opening.text()).find()) {
      return Sighting.marker(Network.FASTTRACK);
    }
    return opening.length() >= LONGEST ? Sighting.NO : Sighting.NEEDS_MORE;
  }
}
