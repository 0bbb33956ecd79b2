package org.dreyfus.tck.traffic;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames of one flow between a client and a server, in order. */
final class Dialogue {

  private static final byte[] NOTHING = new byte[0];
  private static final int SEGMENT = 1_200;

  private final InetAddress client;
  private final int clientPort;
  private final InetAddress server;
  private final int serverPort;
  private final List<MadeFrame> frames = new ArrayList<>();
  private int sent = 1_000;
  private int answered = 50_000;

  Dialogue(InetAddress client, int clientPort, InetAddress server, int serverPort) {
    this.client = client;
    this.clientPort = clientPort;
    this.server = server;
    this.serverPort = serverPort;
  }

  List<MadeFrame> frames() {
    return List.copyOf(frames);
  }

  /** A TCP handshake. */
  Dialogue open() {
    toServer(Packets.SYN, NOTHING);
    toClient(Packets.SYN | Packets.ACK, NOTHING);
    toServer(Packets.ACK, NOTHING);
    return this;
  }

  /** TCP payload from the client, in segments. */
  Dialogue ask(byte[] payload) {
    for (int at = 0; at < payload.length; at += SEGMENT) {
      toServer(Packets.PSH | Packets.ACK, part(payload, at));
    }
    return this;
  }

  /** TCP payload from the server, in segments. */
  Dialogue answer(byte[] payload) {
    for (int at = 0; at < payload.length; at += SEGMENT) {
      toClient(Packets.PSH | Packets.ACK, part(payload, at));
    }
    return this;
  }

  private static byte[] part(byte[] payload, int at) {
    return Arrays.copyOfRange(payload, at, Math.min(payload.length, at + SEGMENT));
  }

  /** Both ends close the connection. */
  Dialogue close() {
    toServer(Packets.FIN | Packets.ACK, NOTHING);
    toClient(Packets.FIN | Packets.ACK, NOTHING);
    toServer(Packets.ACK, NOTHING);
    return this;
  }

  /** A datagram from the client. */
  Dialogue send(byte[] payload) {
    byte[] datagram = Packets.udp(client, clientPort, server, serverPort, payload);
    add(Packets.ip(client, server, Packets.UDP, datagram));
    return this;
  }

  /** A datagram from the server. */
  Dialogue receive(byte[] payload) {
    byte[] datagram = Packets.udp(server, serverPort, client, clientPort, payload);
    add(Packets.ip(server, client, Packets.UDP, datagram));
    return this;
  }

  /** An echo request and its answer. */
  Dialogue ping(byte[] payload) {
    add(Packets.ip(client, server, 1, Packets.echo(8, payload)));
    add(Packets.ip(server, client, 1, Packets.echo(0, payload)));
    return this;
  }

  private void toServer(int flags, byte[] payload) {
    byte[] segment =
        Packets.tcp(
            client,
            clientPort,
            server,
            serverPort,
            sent,
            (flags & Packets.ACK) == 0 ? 0 : answered,
            flags,
            payload);
    add(Packets.ip(client, server, Packets.TCP, segment));
    sent += length(flags, payload);
  }

  private void toClient(int flags, byte[] payload) {
    byte[] segment =
        Packets.tcp(server, serverPort, client, clientPort, answered, sent, flags, payload);
    add(Packets.ip(server, client, Packets.TCP, segment));
    answered += length(flags, payload);
  }

  private static int length(int flags, byte[] payload) {
    return payload.length + ((flags & (Packets.SYN | Packets.FIN)) != 0 ? 1 : 0);
  }

  private void add(byte[] frame) {
    frames.add(MadeFrame.whole(frame));
  }
}
