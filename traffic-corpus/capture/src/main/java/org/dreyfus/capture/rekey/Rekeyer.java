package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.inspect.FrameRewriter;

/**
 * Re-keys one capture: addresses, ephemeral ports, MAC addresses, times, and the addresses that
 * stand in payloads. One instance a pass.
 *
 * <p>Limits: addresses inside tunnels other than IP in IP, and in payloads that nobody noted, stay.
 */
public final class Rekeyer implements FrameRewriter {

  private final long timeShiftNanos;
  private final LinkHeader link;
  private final EndpointKey endpoints;
  private final NetworkHeader network;
  private final PayloadMentions payload;

  /**
   * @param secret of the session under this run's key
   * @param fixed infrastructure: recorded address to that of the run
   * @param hosts everybody with an address in the capture
   * @param mentions sorted by frame
   * @param recordedStartNanos time of the first frame, nanoseconds since 1970
   * @throws IllegalArgumentException when a mention names no host, or an address would change its
   *     width in a payload
   */
  public Rekeyer(
      byte[] secret,
      Map<InetAddress, InetAddress> fixed,
      List<KeyedHost> hosts,
      List<Mention> mentions,
      long recordedStartNanos) {
    AddressKey addresses =
        AddressKey.draw(secret, fixed, hosts.stream().map(KeyedHost::address).toList());
    this.timeShiftNanos = new StartTime(secret).nanos() - recordedStartNanos;
    this.link = new LinkHeader(new MacKey(secret));
    this.endpoints = new EndpointKey(addresses, new PortKey(secret), hosts);
    this.network = new NetworkHeader(endpoints);
    this.payload = new PayloadMentions(addresses, hosts, mentions);
  }

  @Override
  public void rewrite(Frame frame) {
    frame.timestampNanos(frame.timestampNanos() + timeShiftNanos);
    link.rewrite(frame);
    switch (link.etherType()) {
      case LinkHeader.ETHERTYPE_IPV4, LinkHeader.ETHERTYPE_IPV6 ->
          network.rewrite(frame, link.networkOffset());
      case LinkHeader.ETHERTYPE_ARP -> network.rewriteArp(frame, link.networkOffset(), link.macs());
      default -> {}
    }
    ChecksumDelta inPayload = payload.rewrite(frame, link);
    if (!inPayload.isNone()) {
      TransportChecksum.correctIp(
          inPayload, frame.buffer(), link.networkOffset(), frame.offset() + frame.capturedLength());
    }
  }

  /**
   * What becomes of a TCP or UDP port.
   *
   * @param owner recorded address of the host that uses it
   */
  public int port(InetAddress owner, int port) {
    return endpoints.port(owner, port);
  }

  /** What becomes of an address. */
  public InetAddress address(InetAddress recorded) {
    return endpoints.address(recorded);
  }
}
