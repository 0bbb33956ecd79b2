package org.dreyfus.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** One made-up connection: knows what its next frame looks like. */
final class SyntheticFlow {

  private static final byte[] HTTP =
      "GET /index.html HTTP/1.1\r\nHost: www.example.org\r\nUser-Agent: bench\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BITTORRENT =
      "\u0013BitTorrent protocol........aaaaaaaaaaaaaaaaaaaa-BN0001-bbbbbbbbbbbb"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DNS =
      ("AB\u0001\0\0\u0001\0\0\0\0\0\0\u0003www\u0007example\u0003org\0\0\u0001\0\u0001")
          .getBytes(StandardCharsets.US_ASCII);
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int TCP_HEADER = 20;
  private static final int UDP_HEADER = 8;
  private static final int SYN = 0x02;
  private static final int ACK = 0x10;

  private final Random random;
  private final boolean ipv6;
  private final int client;
  private final int server;
  private final int clientPort;
  private final int serverPort;
  private final byte[] opening;
  private int packets;
  private int clientSequence = 1_000;
  private int serverSequence = 9_000;

  SyntheticFlow(Random random, int number) {
    this.random = random;
    this.ipv6 = random.nextInt(10) == 0;
    this.client = 0x0a00_0000 | random.nextInt(1 << 14);
    this.server = 0xc633_0000 | random.nextInt(1 << 12);
    this.clientPort = 1_024 + number % 64_000;
    int kind = random.nextInt(100);
    this.opening = kind < 45 ? HTTP : kind < 65 ? DNS : kind < 80 ? BITTORRENT : noise();
    this.serverPort = kind < 45 ? 80 : kind < 65 ? 53 : 1_024 + random.nextInt(60_000);
  }

  private byte[] noise() {
    byte[] bytes = new byte[64];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Writes the next Ethernet frame at the buffer's beginning; its limit becomes the length. */
  void next(ByteBuffer frame) {
    boolean udp = opening == DNS;
    int step = packets++;
    int handshake = udp ? 0 : 2;
    boolean fromClient = step == 0 || step == handshake || step % 3 == 0;
    int payload = step < handshake ? 0 : payloadLength(step == handshake, fromClient);
    int header = udp ? UDP_HEADER : TCP_HEADER;
    frame.clear();
    frame.putLong(0x0200_0000_0002_0200L).putInt(1).putShort((short) (ipv6 ? 0x86dd : 0x0800));
    network(frame, udp ? UDP : TCP, header + payload, fromClient);
    frame.putShort((short) (fromClient ? clientPort : serverPort));
    frame.putShort((short) (fromClient ? serverPort : clientPort));
    if (udp) {
      frame.putShort((short) (header + payload)).putShort((short) 0);
    } else {
      int flags = step == 0 ? SYN : step == 1 ? SYN | ACK : ACK;
      frame.putInt(fromClient ? clientSequence : serverSequence);
      frame.putInt(step == 0 ? 0 : fromClient ? serverSequence : clientSequence);
      frame.putShort((short) (0x5000 | flags)).putShort((short) 8_192).putInt(0);
      advance(fromClient, payload + (step < handshake ? 1 : 0));
    }
    for (int i = 0; i < payload; i++) {
      frame.put(step == handshake ? opening[i] : (byte) (i * 31 + step));
    }
    frame.flip();
  }

  private void advance(boolean fromClient, int bytes) {
    clientSequence += fromClient ? bytes : 0;
    serverSequence += fromClient ? 0 : bytes;
  }

  private int payloadLength(boolean first, boolean fromClient) {
    if (first) {
      return opening.length;
    }
    return fromClient ? 0 : random.nextInt(5) < 3 ? 1_000 : 100;
  }

  private void network(ByteBuffer frame, int protocol, int length, boolean fromClient) {
    int source = fromClient ? client : server;
    int destination = fromClient ? server : client;
    if (ipv6) {
      frame.putInt(0x6000_0000).putShort((short) length).putShort((short) (protocol << 8 | 64));
      frame.putLong(0x2001_0db8_0000_0000L).putLong(source);
      frame.putLong(0x2001_0db8_0000_0000L).putLong(destination);
    } else {
      frame.putShort((short) 0x4500).putShort((short) (20 + length)).putInt(0x0001_0000);
      frame.putShort((short) (64 << 8 | protocol)).putShort((short) 0);
      frame.putInt(source).putInt(destination);
    }
  }
}
