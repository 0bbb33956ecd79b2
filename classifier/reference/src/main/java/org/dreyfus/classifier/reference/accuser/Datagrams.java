package org.dreyfus.classifier.reference.accuser;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.dreyfus.classifier.reference.stream.Bencoded;
import org.dreyfus.classifier.reference.stream.EdonkeyMessage;

/** One UDP flow: with a tracker, between DHT nodes, with an eDonkey server or a Kad node. */
final class Datagrams {

  /** BEP 15: the number in front of a connect request. */
  private static final long CONNECT = 0x41727101980L;

  private static final int CONNECT_BYTES = 16;
  private static final int ANNOUNCE = 1;

  /** Of an answer to an announce: action, transaction, interval, leechers, seeders. */
  private static final int ANSWER_HEADER_BYTES = 20;

  private final Accused accused;
  private boolean withTracker;

  Datagrams(Accused accused) {
    this.accused = accused;
  }

  /**
   * @param addressBytes 4 or 16: a tracker names peers of the family that it was asked over (BEP
   *     15)
   */
  void add(byte[] payload, int addressBytes) {
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    if (payload.length >= CONNECT_BYTES && bytes.getLong(0) == CONNECT) {
      withTracker = true;
    } else if (withTracker
        && payload.length >= ANSWER_HEADER_BYTES
        && bytes.getInt(0) == ANNOUNCE) {
      byte[] peers = Arrays.copyOfRange(payload, ANSWER_HEADER_BYTES, payload.length);
      TorrentPeers.compact(peers, addressBytes, accused, "named by a UDP tracker");
    }
    if (payload[0] == 'd') {
      Bencoded.parse(payload).ifPresent(message -> TorrentPeers.ofDhtNode(message, accused));
    }
    EdonkeyMessage.ofDatagram(payload).ifPresent(message -> EdonkeySources.of(message, accused));
  }
}
