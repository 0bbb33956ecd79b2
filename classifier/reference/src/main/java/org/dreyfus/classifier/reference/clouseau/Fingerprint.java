package org.dreyfus.classifier.reference.clouseau;

/** Recognises one network by the bytes that a direction of a flow begins with. */
interface Fingerprint {

  /** Looks at a TCP stream's first bytes. Called again when more have come. */
  Sighting inStream(Bytes first);

  /** Looks at one datagram. */
  Sighting inDatagram(Bytes datagram);
}
