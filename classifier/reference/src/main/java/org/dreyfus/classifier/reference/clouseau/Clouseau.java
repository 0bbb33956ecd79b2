package org.dreyfus.classifier.reference.clouseau;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/**
 * The box as its maker described it: fingerprints in packets of both directions, markers gathered
 * over several packets, a list of contaminated networks. Contaminated packets are dropped. It looks
 * at protocols and at networks, never at the work.
 */
final class Clouseau implements Classifier {

  private static final int TCP = 6;
  private static final int UDP = 17;

  /** After so many packets with nothing found, the flow is left alone. */
  private static final int PACKETS_LOOKED_AT = 40;

  private static final Verdict PASSES = new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL);
  private static final Verdict LAWFUL_BITTORRENT =
      new Verdict.Allowed(Network.BITTORRENT.protocol());

  private final Edition edition;
  private final Contaminated contaminated;
  private final List<Fingerprint> fingerprints = new ArrayList<>();

  Clouseau(Edition edition, Configuration configuration) {
    this.edition = edition;
    this.contaminated = new Contaminated(configuration.networkFeed());
    fingerprints.add(new BitTorrentFingerprint());
    fingerprints.add(new EdonkeyFingerprint());
    fingerprints.addAll(TextFingerprint.all());
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    if (flow.ipProtocol() != TCP && flow.ipProtocol() != UDP) {
      return PASSES;
    }
    if (packet.payloadLength() == 0) {
      return flow.verdict();
    }
    byte[] payload = new byte[packet.payloadLength()];
    packet.buffer().get(packet.payloadOffset(), payload);
    History history = flow.attachment(History::new);
    Bytes first = history.add(packet.direction(), payload);
    Sighting sighting =
        flow.ipProtocol() == TCP
            ? inStream(flow, first)
            : inDatagram(new Bytes(payload, payload.length));
    if (sighting instanceof Sighting.Marker marker) {
      return judge(flow, marker);
    }
    boolean nothingLeft = sighting instanceof Sighting.No && flow.ipProtocol() == TCP;
    boolean enough = flow.packets() >= PACKETS_LOOKED_AT || history.isFull();
    return enough || (nothingLeft && flow.packets() >= PACKETS_LOOKED_AT / 4)
        ? PASSES
        : flow.verdict();
  }

  /** An announce is learnt from whoever it goes to; the box is in the path of both. */
  private Sighting inStream(Flow flow, Bytes first) {
    Optional<String> announced = TrackerRequest.infoHash(first);
    if (announced.isPresent()) {
      if (contaminated.lists(flow.key())) {
        contaminated.remember(announced.get());
      }
      return new Sighting.Marker(Network.BITTORRENT, announced);
    }
    return strongest(fingerprints.stream().map(f -> f.inStream(first)).toList());
  }

  private Sighting inDatagram(Bytes datagram) {
    return strongest(fingerprints.stream().map(f -> f.inDatagram(datagram)).toList());
  }

  private static Sighting strongest(List<Sighting> sightings) {
    Sighting best = Sighting.NO;
    for (Sighting sighting : sightings) {
      if (sighting instanceof Sighting.Marker) {
        return sighting;
      } else if (sighting instanceof Sighting.NeedsMore) {
        best = sighting;
      }
    }
    return best;
  }

  private Verdict judge(Flow flow, Sighting.Marker marker) {
    Network network = marker.network();
    if (network != Network.BITTORRENT) {
      return new Verdict.Blocked(network.protocol(), "known peer-to-peer network");
    }
    if (edition == Edition.WHITE_PAPER) {
      return new Verdict.Blocked(network.protocol(), "BitTorrent");
    }
    boolean listed =
        contaminated.lists(flow.key()) || marker.torrent().map(contaminated::holds).orElse(false);
    return listed
        ? new Verdict.Blocked(network.protocol(), "torrent of a listed network")
        : LAWFUL_BITTORRENT;
  }
}
