package org.dreyfus.classifier;

import java.net.InetAddress;

/** Takes the hosts that a classifier accuses. */
@FunctionalInterface
public interface AccusationSink {

  /**
   * Accuses one host. A host accused twice counts once; the first reason stands.
   *
   * @param host an address as the packets of this capture carry it
   * @param reason what the accusation rests on: {@code "peer list"}
   */
  void accuse(InetAddress host, String reason);
}
