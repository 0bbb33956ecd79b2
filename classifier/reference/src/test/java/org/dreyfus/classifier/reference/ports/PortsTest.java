package org.dreyfus.classifier.reference.ports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

  private static final PortTable TABLE = PortTable.get();

  @ParameterizedTest
  @CsvSource({
    "6,80,HTTP",
    "6,443,TLS",
    "17,443,QUIC",
    "17,53,DNS",
    "6,6881,BitTorrent",
    "6,6889,BitTorrent",
    "6,4662,eDonkey",
    "6,6346,Gnutella",
    "6,1214,Kazaa",
    "6,411,DirectConnect",
    "6,6699,Napster",
    "6,2234,Soulseek"
  })
  void namesProtocols(int transport, int port, String protocol) {
    assertThat(TABLE.protocol(transport, port)).contains(protocol);
  }

  @ParameterizedTest
  @CsvSource({"6,6890", "6,49152", "17,80", "1,80", "6,0"})
  void leavesOtherPortsWithoutAName(int transport, int port) {
    assertThat(TABLE.protocol(transport, port)).isEmpty();
  }
}
