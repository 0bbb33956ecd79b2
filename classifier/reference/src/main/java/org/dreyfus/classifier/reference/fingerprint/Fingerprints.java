package org.dreyfus.classifier.reference.fingerprint;

import java.util.List;

/** All fingerprints. */
public final class Fingerprints {

  private static final List<StreamFingerprint> STREAMS =
      List.of(
          new BitTorrentHandshake(),
          new TrackerRequest(),
          new Edonkey(),
          new Gnutella(),
          new DirectConnect(),
          new FastTrack(),
          new Napster(),
          new Soulseek());

  private Fingerprints() {}

  /** Those of TCP connections, shared by all flows. */
  public static List<StreamFingerprint> ofStreams() {
    return STREAMS;
  }

  /** Those of UDP, new for one flow. */
  public static List<DatagramFingerprint> ofDatagrams() {
    return List.of(
        new UdpTracker(),
        new Dht(),
        new Utp(),
        new EdonkeyDatagram(),
        new KadDatagram(),
        new GnutellaDatagram(),
        new DirectConnectDatagram());
  }

  /** Those of UDP that can name a torrent, new for one flow. */
  public static List<DatagramFingerprint> ofTorrentDatagrams() {
    return List.of(new UdpTracker(), new Dht(), new Utp());
  }

  /** What bytes are that may be BitTorrent's peer handshake. */
  public static Sighting ofHandshake(Bytes handshake) {
    return new BitTorrentHandshake().look(handshake);
  }

  /** What the head of an HTTP request is that may be meant for a tracker. */
  public static Sighting ofTrackerRequest(Bytes head) {
    return new TrackerRequest().look(head);
  }

  /** The more telling of two sightings; {@code one} when they are alike. */
  public static Sighting stronger(Sighting one, Sighting other) {
    return strength(other) > strength(one) ? other : one;
  }

  private static int strength(Sighting sighting) {
    if (sighting instanceof Sighting.Marker marker) {
      return marker.torrent().isPresent() ? 4 : 3;
    } else if (sighting instanceof Sighting.Greeting) {
      return 2;
    }
    return sighting instanceof Sighting.NeedsMore ? 1 : 0;
  }
}
