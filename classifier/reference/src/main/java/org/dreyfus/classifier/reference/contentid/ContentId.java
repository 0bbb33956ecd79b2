package org.dreyfus.classifier.reference.contentid;

import java.util.Optional;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/**
 * Blocks a flow as soon as it names or has carried a registered work.
 *
 * <p>What names a work comes before it, so the block is in time: the info-hash in BitTorrent's
 * handshake (over TCP, uTP, or in the clear within a proxy connection; whoever fetches metadata for
 * a magnet link, BEP 9, says it first), in announces to HTTP and UDP trackers and in DHT messages;
 * the eD2k hash in messages of eDonkey and Kad.
 *
 * <p>What only carries it (HTTP in both directions, FTP data, DCC, the transfers of Gnutella,
 * Napster, Soulseek, Direct Connect ...) is known by the SHA-256 of the whole file, and that is
 * known when the last byte has come. The block falls on the packet that brings it: the receiver
 * lacks one packet, and all but one have passed. By EVIDENCE this is an effective block when no
 * payload follows, and still the work got through, for more than half of it passed. A box that is
 * to do better must hold back whole files, or guess from names and sizes.
 *
 * <p>Missed, in the clear: works in pieces (ranges, several sources, blocks of NFS, TFTP, rsync and
 * most of SMB), works that are compressed or written as text (gzip, Git, mail, NNTP) or masked
 * (WebSocket from the client), further torrents of one scrape, the inside of tunnels but for
 * proxies that pass bytes on as they are, captures with gaps. Everything encrypted or obfuscated.
 * BitTorrent's message stream encryption mixes the info-hash with a secret of the two peers.
 *
 * <p>Bounds for a flow: 256 KiB of early segments, 16 KiB of HTTP head and 64 KiB of an eDonkey
 * message for each side; each byte is hashed for at most 16 possible beginnings of a work, and for
 * no longer than the longest registered one.
 */
final class ContentId implements Classifier {

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final Verdict PASSES = new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL);

  private final Optional<Registered> registered;

  /**
   * @param registered empty when the run has no feed: then nothing can be told, and everything
   *     passes
   */
  ContentId(Optional<Registered> registered) {
    this.registered = registered;
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    if (registered.isEmpty()) {
      return PASSES;
    }
    Registered works = registered.get();
    Optional<Verdict> block =
        switch (flow.ipProtocol()) {
          case TCP -> flow.attachment(() -> new Connection(works)).add(packet);
          case UDP -> datagram(flow, packet, works);
          default -> Optional.of(PASSES);
        };
    return block.orElseGet(flow::verdict);
  }

  private static Optional<Verdict> datagram(Flow flow, Packet packet, Registered works) {
    if (packet.payloadLength() == 0) {
      return Optional.empty();
    }
    byte[] payload = new byte[packet.payloadLength()];
    packet.buffer().get(packet.payloadOffset(), payload);
    return flow.attachment(() -> new Datagrams(works)).add(packet.direction(), payload);
  }

  @Override
  public Verdict conclude(Flow flow) {
    return flow.verdict().isFinal() ? flow.verdict() : PASSES;
  }
}
