package org.dreyfus.capture.rekey;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place in a payload where a host's address stands.
 *
 * @param frame number of the frame in the capture, from 1
 * @param offset of the first byte of this piece, from the start of the frame
 * @param host the {@link KeyedHost#name()}
 * @param form how the address is written
 * @param from index of this piece's first byte within the written address
 * @param length bytes of this piece
 */
public record Mention(long frame, int offset, String host, Form form, int from, int length) {

  /** How an address is written. */
  public enum Form {
    DECIMAL,
    DOTTED,
    COMMAS,
    HYPHENS,
    REVERSED,
    BINARY,
    BINARY_LITTLE_ENDIAN,
    DECIMAL_LITTLE_ENDIAN;

    /** The bytes of {@code address} in this form. */
    public byte[] write(InetAddress address) {
      return switch (this) {
        case DECIMAL -> decimal(address.getAddress());
        case DOTTED -> text(octets(address), ".");
        case COMMAS -> text(octets(address), ",");
        case HYPHENS -> text(octets(address), "-");
        case REVERSED -> text(reversed(octets(address)), ".");
        case BINARY -> address.getAddress();
        case BINARY_LITTLE_ENDIAN -> backwards(address.getAddress());
        case DECIMAL_LITTLE_ENDIAN -> decimal(backwards(address.getAddress()));
      };
    }

    /**
     * Whether the byte between two numbers is the network's own (a dot, or the length of a DNS
     * label) and has to stay as it was captured.
     */
    boolean keepsSeparators() {
      return this == REVERSED;
    }

    private static List<String> octets(InetAddress address) {
      return Arrays.asList(address.getHostAddress().split("[.:]"));
    }

    private static List<String> reversed(List<String> octets) {
      Collections.reverse(octets);
      return octets;
    }

    private static byte[] text(List<String> octets, String separator) {
      return octets.stream()
          .collect(Collectors.joining(separator))
          .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] decimal(byte[] address) {
      return new BigInteger(1, address).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] backwards(byte[] bytes) {
      byte[] result = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        result[i] = bytes[bytes.length - 1 - i];
      }
      return result;
    }
  }
}
