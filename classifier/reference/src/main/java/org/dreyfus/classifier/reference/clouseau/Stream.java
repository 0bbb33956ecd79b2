package org.dreyfus.classifier.reference.clouseau;

import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.reference.fingerprint.Fingerprints;
import org.dreyfus.classifier.reference.fingerprint.Sighting;
import org.dreyfus.classifier.reference.fingerprint.StreamFingerprint;

/** What the box remembers of one TCP connection: the opening of each side, at most 1 KiB each. */
final class Stream {

  private static final int SYN = 2;
  private static final int SEQUENCE_AT = 4;

  private final Opening initiator = new Opening();
  private final Opening responder = new Opening();
  private Sighting ofInitiator = Sighting.NEEDS_MORE;
  private Sighting ofResponder = Sighting.NEEDS_MORE;

  /**
   * Takes a packet.
   *
   * @return what its side looks like now
   */
  Sighting add(Packet packet) {
    boolean fromInitiator = packet.direction() == Direction.FROM_INITIATOR;
    boolean more = take(packet, fromInitiator ? initiator : responder);
    if (more && fromInitiator) {
      ofInitiator = look(initiator);
    } else if (more) {
      ofResponder = look(responder);
    }
    return fromInitiator ? ofInitiator : ofResponder;
  }

  /** Whether there is more to look at than before. */
  private static boolean take(Packet packet, Opening opening) {
    boolean syn = (packet.tcpFlags() & SYN) != 0;
    if (!syn && packet.payloadLength() == 0) {
      return false; // among them fragments, and frames cut before their TCP header ended
    }
    int sequence = packet.buffer().getInt(packet.transportOffset() + SEQUENCE_AT);
    if (syn) {
      opening.startsAfter(sequence);
      sequence++;
    }
    return packet.payloadLength() > 0
        && opening.add(sequence, packet.buffer(), packet.payloadOffset(), packet.payloadLength());
  }

  private static Sighting look(Opening opening) {
    Sighting strongest = Sighting.NO;
    for (StreamFingerprint fingerprint : Fingerprints.ofStreams()) {
      strongest = Fingerprints.stronger(strongest, fingerprint.look(opening.bytes()));
    }
    return strongest;
  }

  /** Whether neither side can still become a known network, whatever it says. */
  boolean isNoNetwork() {
    return ofInitiator instanceof Sighting.No && ofResponder instanceof Sighting.No;
  }

  /** Whether nothing more is remembered of either side. */
  boolean isFull() {
    return initiator.isFull() && responder.isFull();
  }
}
