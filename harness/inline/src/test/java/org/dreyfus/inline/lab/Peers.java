package org.dreyfus.inline.lab;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc791Tos;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.IpV6SimpleFlowLabel;
import org.pcap4j.packet.IpV6SimpleTrafficClass;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.EtherType;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.TcpPort;
import org.pcap4j.packet.namednumber.UdpPort;
import org.pcap4j.util.MacAddress;

/**
 * A client and a server that nobody has met before, and the frames that they send. Sequence numbers
 * go on as in a real connection.
 */
final class Peers {

  private static final AtomicInteger NEXT = new AtomicInteger(10);
  private static final MacAddress CLIENT_MAC = MacAddress.getByName("02:00:00:00:00:01");
  private static final MacAddress SERVER_MAC = MacAddress.getByName("02:00:00:00:00:02");

  private final InetAddress client;
  private final InetAddress server;
  private final int clientPort;
  private final int serverPort;
  private int clientSequence = 1_000;
  private int serverSequence = 500_000;

  private Peers(InetAddress client, InetAddress server, int clientPort, int serverPort) {
    this.client = client;
    this.server = server;
    this.clientPort = clientPort;
    this.serverPort = serverPort;
  }

  static Peers v4(int serverPort) {
    return fresh("10.1.%d.%d", "10.2.%d.%d", serverPort);
  }

  static Peers v6(int serverPort) {
    return fresh("2001:db8:1::%x:%x", "2001:db8:2::%x:%x", serverPort);
  }

  private static Peers fresh(String client, String server, int serverPort) {
    int number = NEXT.getAndIncrement();
    try {
      return new Peers(
          InetAddress.getByName(client.formatted(number / 250, number % 250 + 1)),
          InetAddress.getByName(server.formatted(number / 250, number % 250 + 1)),
          40_000 + number % 9_000,
          serverPort);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] syn() {
    byte[] frame = tcp(true, new byte[0], true, false);
    clientSequence++;
    return frame;
  }

  byte[] synAck() {
    byte[] frame = tcp(false, new byte[0], true, true);
    serverSequence++;
    return frame;
  }

  /** With payload, or none to acknowledge only. */
  byte[] fromClient(byte... payload) {
    byte[] frame = tcp(true, payload, false, true);
    clientSequence += payload.length;
    return frame;
  }

  byte[] fromServer(byte... payload) {
    byte[] frame = tcp(false, payload, false, true);
    serverSequence += payload.length;
    return frame;
  }

  byte[] datagramFromClient(byte... payload) {
    return datagram(true, payload);
  }

  byte[] datagramFromServer(byte... payload) {
    return datagram(false, payload);
  }

  private byte[] datagram(boolean up, byte[] payload) {
    UdpPacket.Builder udp =
        new UdpPacket.Builder()
            .srcAddr(up ? client : server)
            .dstAddr(up ? server : client)
            .srcPort(UdpPort.getInstance((short) (up ? clientPort : serverPort)))
            .dstPort(UdpPort.getInstance((short) (up ? serverPort : clientPort)))
            .payloadBuilder(new UnknownPacket.Builder().rawData(payload))
            .correctChecksumAtBuild(true)
            .correctLengthAtBuild(true);
    return frame(up, udp, IpNumber.UDP);
  }

  private byte[] tcp(boolean up, byte[] payload, boolean syn, boolean ack) {
    TcpPacket.Builder tcp =
        new TcpPacket.Builder()
            .srcAddr(up ? client : server)
            .dstAddr(up ? server : client)
            .srcPort(TcpPort.getInstance((short) (up ? clientPort : serverPort)))
            .dstPort(TcpPort.getInstance((short) (up ? serverPort : clientPort)))
            .sequenceNumber(up ? clientSequence : serverSequence)
            .acknowledgmentNumber(ack ? (up ? serverSequence : clientSequence) : 0)
            .syn(syn)
            .ack(ack)
            .psh(payload.length > 0)
            .window((short) 8192)
            .payloadBuilder(new UnknownPacket.Builder().rawData(payload))
            .correctChecksumAtBuild(true)
            .correctLengthAtBuild(true);
    return frame(up, tcp, IpNumber.TCP);
  }

  private byte[] frame(boolean up, Packet.Builder transport, IpNumber protocol) {
    InetAddress source = up ? client : server;
    InetAddress target = up ? server : client;
    Packet.Builder ip;
    EtherType type;
    if (source instanceof Inet4Address from && target instanceof Inet4Address to) {
      type = EtherType.IPV4;
      ip =
          new IpV4Packet.Builder()
              .version(IpVersion.IPV4)
              .tos(IpV4Rfc791Tos.newInstance((byte) 0))
              .ttl((byte) 61)
              .identification((short) 4711)
              .protocol(protocol)
              .srcAddr(from)
              .dstAddr(to)
              .payloadBuilder(transport)
              .correctChecksumAtBuild(true)
              .correctLengthAtBuild(true);
    } else {
      type = EtherType.IPV6;
      ip =
          new IpV6Packet.Builder()
              .version(IpVersion.IPV6)
              .trafficClass(IpV6SimpleTrafficClass.newInstance((byte) 0))
              .flowLabel(IpV6SimpleFlowLabel.newInstance(0))
              .hopLimit((byte) 61)
              .nextHeader(protocol)
              .srcAddr((Inet6Address) source)
              .dstAddr((Inet6Address) target)
              .payloadBuilder(transport)
              .correctLengthAtBuild(true);
    }
    return new EthernetPacket.Builder()
        .srcAddr(up ? CLIENT_MAC : SERVER_MAC)
        .dstAddr(up ? SERVER_MAC : CLIENT_MAC)
        .type(type)
        .payloadBuilder(ip)
        .paddingAtBuild(true)
        .build()
        .getRawData();
  }
}
