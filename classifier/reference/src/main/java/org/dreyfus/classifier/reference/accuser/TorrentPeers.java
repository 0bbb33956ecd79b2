package org.dreyfus.classifier.reference.accuser;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dreyfus.classifier.reference.stream.Bencoded;

/** Peers in answers of BitTorrent trackers and DHT nodes. */
final class TorrentPeers {

  private static final int PORT_BYTES = 2;
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  private TorrentPeers() {}

  /**
   * The answer of an HTTP tracker: {@code peers} as a list of dictionaries (BEP 3) or compact (BEP
   * 23), {@code peers6} (BEP 7).
   */
  static void ofHttpTracker(Bencoded answer, Accused accused) {
    String reason = "named by an HTTP tracker";
    if (!(answer instanceof Bencoded.Dictionary dictionary)) {
      return;
    }
    dictionary.get("peers").ifPresent(peers -> peers(peers, accused, reason));
    dictionary
        .get("peers6")
        .ifPresent(
            peers -> {
              if (peers instanceof Bencoded.Text text) {
                compact(text.bytes(), IPV6_BYTES, accused, reason);
              }
            });
  }

  private static void peers(Bencoded peers, Accused accused, String reason) {
    if (peers instanceof Bencoded.Text text) {
      compact(text.bytes(), IPV4_BYTES, accused, reason);
    } else if (peers instanceof Bencoded.Items list) {
      for (Bencoded peer : list.items()) {
        if (peer instanceof Bencoded.Dictionary dictionary) {
          dictionary
              .get("ip")
              .flatMap(TorrentPeers::dotted)
              .ifPresent(address -> accused.add(address, reason));
        }
      }
    }
  }

  /** A DHT node's answer to who has a torrent: {@code values} of {@code r}. BEP 5. */
  static void ofDhtNode(Bencoded message, Accused accused) {
    values(message)
        .forEach(
            value -> {
              if (value instanceof Bencoded.Text text) {
                byte[] peer = text.bytes();
                if (peer.length == IPV4_BYTES + PORT_BYTES
                    || peer.length == IPV6_BYTES + PORT_BYTES) {
                  compact(peer, peer.length - PORT_BYTES, accused, "named by a DHT node");
                }
              }
            });
  }

  private static List<Bencoded> values(Bencoded message) {
    if (message instanceof Bencoded.Dictionary dictionary
        && dictionary.get("r").orElse(message) instanceof Bencoded.Dictionary answer
        && answer.get("values").orElse(message) instanceof Bencoded.Items list) {
      return list.items();
    }
    return List.of();
  }

  /** Addresses and ports one after another, without marks between them. */
  static void compact(byte[] peers, int addressBytes, Accused accused, String reason) {
    int peerBytes = addressBytes + PORT_BYTES;
    for (int at = 0; at + peerBytes <= peers.length; at += peerBytes) {
      accused.add(Arrays.copyOfRange(peers, at, at + addressBytes), reason);
    }
  }

  /** Dotted text only: a tracker may name hosts, too, and those would have to be looked up. */
  private static Optional<byte[]> dotted(Bencoded value) {
    if (!(value instanceof Bencoded.Text text) || !IPV4.matcher(text.text()).matches()) {
      return Optional.empty();
    }
    String[] parts = text.text().split("\\.", -1);
    byte[] address = new byte[IPV4_BYTES];
    for (int i = 0; i < IPV4_BYTES; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part > 255) {
        return Optional.empty();
      }
      address[i] = (byte) part;
    }
    return Optional.of(address);
  }
}
