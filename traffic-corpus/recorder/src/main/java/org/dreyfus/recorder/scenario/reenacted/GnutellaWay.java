package org.dreyfus.recorder.scenario.reenacted;

import org.dreyfus.corpus.Fidelity;
import org.dreyfus.recorder.scenario.Kind;

/** How Gnutella's peers come together. */
enum GnutellaWay {
  DIRECT("direct", "plain-tcp/ultrapeer-and-two", "from another, by way of an ultrapeer."),
  PUSHED(
      "pushed",
      "plain-tcp/ultrapeer-and-two-firewalled",
      "from another, who connects from behind a firewall when the ultrapeer says so."),
  SWARMED(
      "swarmed", "plain-tcp/two-ultrapeers-three-leaves", "in two parts from two others at once."),
  TLS("tls", "tls/ultrapeer-and-two", "from another, every connection wrapped in TLS.");

  private static final int USUAL_PORT = 6346;

  /** Peers with TLS drew a port at random, so that no rule for a port would meet them. */
  private static final int DRAWN_PORT = 23_719;

  private final String word;
  private final String cluster;
  private final String end;

  GnutellaWay(String word, String cluster, String end) {
    this.word = word;
    this.cluster = cluster;
    this.end = end;
  }

  /** For the scenario's id. */
  String word() {
    return word;
  }

  /** Protection, transport and topology. */
  String cluster() {
    return cluster;
  }

  /** How the story ends. */
  String end() {
    return end;
  }

  /** On which every peer listens. */
  int port() {
    return this == TLS ? DRAWN_PORT : USUAL_PORT;
  }

  /** Nobody can look into TLS to confirm what is inside. */
  Fidelity fidelity() {
    return this == TLS ? Fidelity.B : Fidelity.A;
  }

  Kind kind() {
    return this == TLS
        ? Kind.encrypted("TLS", "gnutella-peer")
        : Kind.plain("Gnutella", "gnutella-peer");
  }
}
