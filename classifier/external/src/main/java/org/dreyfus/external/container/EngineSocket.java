package org.dreyfus.external.container;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The engine's Unix socket, spoken to directly (Docker Engine API 1.41): for streams that
 * docker-java cannot end, and for answers that it cannot ask for.
 *
 * @param path of the socket
 */
record EngineSocket(Path path) {

  private static final int MAX_HEAD_BYTES = 8 << 10;
  private static final int MAX_ANSWER_BYTES = 1 << 20;

  /**
   * Asks with HTTP/1.0, so that the answer ends where the connection does.
   *
   * @param target path and query, with the version of the interface
   * @return the body
   * @throws IOException when the engine does not answer, or with anything but 200
   */
  String get(String target) throws IOException {
    try (SocketChannel channel = open()) {
      send(channel, "GET " + target + " HTTP/1.0\r\nHost: engine\r\n\r\n");
      String status = statusOf(readHead(channel));
      String body = readAll(channel);
      if (!status.equals("200")) {
        throw new IOException("the engine answers " + status + " to " + target + ": " + body);
      }
      return body;
    }
  }

  /**
   * Turns a connection into the standard streams of a container (attach endpoint, upgraded to a raw
   * stream). Bytes written go to its input; ending the output of the channel ends its input. Bytes
   * read are frames, see {@link FrameStream}.
   *
   * @param target path and query of the attach endpoint
   */
  SocketChannel attach(String target) throws IOException {
    SocketChannel channel = open();
    try {
      send(
          channel,
          "POST "
              + target
              + " HTTP/1.1\r\nHost: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
              + "Content-Length: 0\r\n\r\n");
      String status = statusOf(readHead(channel));
      if (!status.equals("101")) {
        throw new IOException("the engine answers " + status + " to " + target);
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private SocketChannel open() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(path));
  }

  private static void send(SocketChannel channel, String request) throws IOException {
    ByteBuffer bytes = StandardCharsets.US_ASCII.encode(request);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Byte for byte: what follows the empty line belongs to the stream. */
  private static String readHead(SocketChannel channel) throws IOException {
    StringBuilder head = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (head.indexOf("\r\n\r\n") < 0) {
      one.clear();
      if (channel.read(one) < 0) {
        throw new IOException("the engine closed the connection");
      }
      head.append((char) (one.get(0) & 0xFF));
      if (head.length() > MAX_HEAD_BYTES) {
        throw new IOException("what answers is no container engine");
      }
    }
    return head.toString();
  }

  private static String statusOf(String head) throws IOException {
    String[] words = head.lines().findFirst().orElse("").split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/")) {
      throw new IOException("what answers is no container engine");
    }
    return words[1];
  }

  private static String readAll(SocketChannel channel) throws IOException {
    ByteBuffer body = ByteBuffer.allocate(MAX_ANSWER_BYTES);
    while (body.hasRemaining()) {
      if (channel.read(body) < 0) {
        return StandardCharsets.UTF_8.decode(body.flip()).toString();
      }
    }
    throw new IOException("the engine's answer is longer than " + MAX_ANSWER_BYTES + " bytes");
  }
}
