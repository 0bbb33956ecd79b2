package org.dreyfus.capture.flow;

/** Bits of the TCP flags byte, RFC 9293. */
final class TcpFlags {

  static final int FIN = 0x01;
  static final int SYN = 0x02;
  static final int RST = 0x04;
  static final int ACK = 0x10;

  private TcpFlags() {}
}
