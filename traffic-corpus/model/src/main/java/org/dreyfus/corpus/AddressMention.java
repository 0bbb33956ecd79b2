package org.dreyfus.corpus;

/**
 * Where a host's address stands in the payload of a packet, so that re-keying can rewrite it.
 *
 * @param frame number of the frame in the capture, from 1
 * @param offset of the first byte of this piece, from the start of the frame
 * @param host name of the {@link Host}
 * @param encoding how it is written
 * @param from index of the first byte of this piece within the encoded address; more than 0 when an
 *     address runs over a packet boundary
 * @param length bytes of this piece
 */
public record AddressMention(
    long frame, int offset, String host, Encoding encoding, int from, int length) {

  /** How an address is written in a payload. */
  public enum Encoding {
    /** The address as one decimal number in text, as IRC's DCC writes it. */
    DECIMAL,
    /** Text with dots: {@code 10.101.120.133}. */
    DOTTED,
    /** Text with commas, as FTP's PASV and PORT write it (RFC 959). */
    COMMAS,
    /** Text with hyphens. */
    HYPHENS,
    /** Four or sixteen bytes in network order: DNS, compact peer lists (BEP 23), eD2k. */
    BINARY,
    /** Four bytes, least significant first: eD2k ids. */
    BINARY_LITTLE_ENDIAN,
    /** Decimal text of four bytes, least significant first: OpenNap's search results. */
    DECIMAL_LITTLE_ENDIAN,
    /** Percent-encoded or plain text of an {@code in-addr.arpa} name: labels reversed. */
    REVERSED
  }
}
