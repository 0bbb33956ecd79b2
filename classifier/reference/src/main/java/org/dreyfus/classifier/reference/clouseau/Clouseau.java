package org.dreyfus.classifier.reference.clouseau;

import java.util.Optional;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.classifier.reference.fingerprint.Bytes;
import org.dreyfus.classifier.reference.fingerprint.Network;
import org.dreyfus.classifier.reference.fingerprint.Sighting;

/**
 * The box as its maker described it: fingerprints in packets of both directions, markers gathered
 * over several packets, a list of contaminated networks. Contaminated packets are dropped. The
 * "flow patterns" that its maker also names are not described anywhere, and not made up here. It
 * looks at protocols and at networks, never at the work.
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

  Clouseau(Edition edition, Configuration configuration) {
    this.edition = edition;
    this.contaminated = new Contaminated(configuration.networkFeed());
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    return switch (flow.ipProtocol()) {
      case TCP -> inspectSegment(flow, packet);
      case UDP -> inspectDatagram(flow, packet);
      default -> PASSES;
    };
  }

  private Verdict inspectSegment(Flow flow, Packet packet) {
    Stream stream = flow.attachment(Stream::new);
    Sighting sighting = stream.add(packet);
    if (sighting instanceof Sighting.Marker marker) {
      return judge(flow, marker).orElse(LAWFUL_BITTORRENT);
    }
    return stream.isNoNetwork() || stream.isFull() || flow.packets() >= PACKETS_LOOKED_AT
        ? PASSES
        : flow.verdict();
  }

  private Verdict inspectDatagram(Flow flow, Packet packet) {
    if (packet.payloadLength() == 0) {
      return flow.verdict();
    }
    byte[] payload = new byte[packet.payloadLength()];
    packet.buffer().get(packet.payloadOffset(), payload);
    Datagrams datagrams = flow.attachment(Datagrams::new);
    Sighting sighting = datagrams.add(packet.direction(), new Bytes(payload, payload.length));
    Optional<Verdict> verdict = Optional.empty();
    if (sighting instanceof Sighting.Marker marker) {
      verdict = judge(flow, marker);
    } else if (sighting instanceof Sighting.Greeting greeting) {
      verdict = judge(flow, greeting);
    }
    if (verdict.isEmpty() && isOfNetwork(sighting)) {
      datagrams.sawLawfulBitTorrent();
    }
    return verdict.orElseGet(
        () -> flow.packets() >= PACKETS_LOOKED_AT ? passing(datagrams) : flow.verdict());
  }

  /** One UDP flow may carry trackers, look-ups and several torrents: it passes at its end. */
  @Override
  public Verdict conclude(Flow flow) {
    return flow.ipProtocol() == UDP && !flow.verdict().isFinal()
        ? passing(flow.attachment(Datagrams::new))
        : flow.verdict();
  }

  private static Verdict passing(Datagrams datagrams) {
    return datagrams.hasLawfulBitTorrent() ? LAWFUL_BITTORRENT : PASSES;
  }

  private static boolean isOfNetwork(Sighting sighting) {
    return sighting instanceof Sighting.Marker || sighting instanceof Sighting.Greeting;
  }

  /** A greeting is let through where the torrent decides: it is named next. */
  private Optional<Verdict> judge(Flow flow, Sighting.Greeting greeting) {
    boolean torrentDecides =
        greeting.network() == Network.BITTORRENT && !edition.blocksAllBitTorrent();
    return torrentDecides
        ? Optional.empty()
        : judge(flow, new Sighting.Marker(greeting.network(), Optional.empty()));
  }

  /** Empty when it is BitTorrent outside listed networks, and that may pass. */
  private Optional<Verdict> judge(Flow flow, Sighting.Marker marker) {
    Network network = marker.network();
    boolean listed = contaminated.lists(flow.key());
    if (listed) {
      marker.torrent().ifPresent(contaminated::remember);
    }
    if (network != Network.BITTORRENT) {
      return blocked(network, "known peer-to-peer network");
    } else if (edition.blocksAllBitTorrent()) {
      return blocked(network, "BitTorrent");
    }
    boolean learnt = marker.torrent().filter(contaminated::holds).isPresent();
    return listed || learnt ? blocked(network, "torrent of a listed network") : Optional.empty();
  }

  private static Optional<Verdict> blocked(Network network, String reason) {
    return Optional.of(new Verdict.Blocked(network.protocol(), reason));
  }
}
