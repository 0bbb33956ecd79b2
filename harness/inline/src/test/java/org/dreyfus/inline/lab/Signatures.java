package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** What file sharing says first, as its specifications have it. */
final class Signatures {

  record First(String what, boolean overTcp, String payload) {}

  /** Those that are told by a string. */
  static final List<First> STRINGS =
      List.of(
          new First("Gnutella 0.6", true, "GNUTELLA CONNECT/0.6\r\nUser-Agent: x\r\n\r\n"),
          new First("HUGE", true, "GET /uri-res/N2R?urn:sha1:PLSTHIPQGSSZTS5FJUPAKUZWUGYQYPFB"),
          new First("NMDC", true, "$MyNick someone|$Lock EXTENDEDPROTOCOLABCABC Pk=x|"),
          new First(
              "HTTP tracker", true, "GET /announce?info_hash=%01%02&port=51413 HTTP/1.1\r\n"));

  /** And those that are told by their first bytes. */
  static final List<First> ALL =
      Stream.concat(
              STRINGS.stream(),
              Stream.of(
                  new First("NMDC hub", true, "$Lock EXTENDEDPROTOCOLABC Pk=x|"),
                  new First("ADC hub", true, "HSUP ADBASE ADTIGR\n"),
                  new First("ADC peer", true, "CSUP ADBAS0 ADBASE ADTIGR\n"),
                  new First("FastTrack", true, "GET /.hash=0123456789abcdef HTTP/1.1\r\n\r\n"),
                  new First("eD2k hello", true, "\u00e3\u0040\0\0\0\u0001\u0010" + "h".repeat(62)),
                  new First("eD2k answer", true, "\u00e3\u0040\0\0\0\u004c" + "a".repeat(63)),
                  new First(
                      "UDP tracker", false, "\0\0\u0004\u0017\u0027\u0010\u0019\u0080\0\0\0\0abcd"),
                  new First(
                      "DHT answer", false, "d1:rd2:id20:abcdefghij0123456789e1:t2:aa1:y1:re")))
          .toList();

  /** What only looks like it. */
  private static final List<First> INNOCENT =
      List.of(
          new First(
              "a page on it", true, "GET /uri-res.html HTTP/1.1\r\nHost: example.org\r\n\r\n"),
          new First(
              "bytes that begin like eD2k", true, "\u00e3\u0040\0\0\0\u0077" + "b".repeat(63)),
          new First("TLS", true, "\u0016\u0003\u0001\0\u00f8\u0001\0\0\u00f4" + "c".repeat(200)),
          new First(
              "another datagram", false, "\0\0\u0004\u0017\u0027\u0010\u0019\u0081\0\0\0\0ab"));

  private Signatures() {}

  static void areBlocked(Cables cables, List<First> signatures) {
    for (First first : signatures) {
      assertThat(passes(cables, first, false)).as(first.what).isFalse();
    }
    for (First first : INNOCENT) {
      assertThat(passes(cables, first, true)).as(first.what).isTrue();
    }
    cables.forgetInjected();
  }

  private static boolean passes(Cables cables, First first, boolean patient) {
    Peers peers = Peers.v4(50_001);
    byte[] payload = BlockerCheck.latin(first.payload);
    if (first.overTcp) {
      BlockerCheck.connect(cables, peers);
    }
    byte[] frame = first.overTcp ? peers.fromClient(payload) : peers.datagramFromClient(payload);
    return patient ? cables.up(frame) : cables.upSoon(frame);
  }
}
