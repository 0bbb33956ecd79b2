package org.dreyfus.inline.traffic;

import org.dreyfus.classifier.Direction;

/** The frames of test flows: Ethernet, IPv4 without options, TCP or UDP. */
public final class TestFrame {

  public static final int SYN = 0x02;
  public static final int RST = 0x04;
  public static final int PSH = 0x08;
  public static final int ACK = 0x10;
  public static final int FIN = 0x01;

  /** Where the IPv4 header begins. */
  public static final int IP = 14;

  /** Where the header of TCP or UDP begins. */
  public static final int TRANSPORT = IP + 20;

  public static final int SEQUENCE = TRANSPORT + 4;
  public static final int ACKNOWLEDGEMENT = TRANSPORT + 8;
  public static final int DATA_OFFSET = TRANSPORT + 12;
  public static final int FLAGS = TRANSPORT + 13;

  private static final int IPV4 = 0x0800;
  private static final int PSEUDO_ADDRESSES = IP + 12;
  private static final int WINDOW = 65535;
  private static final int DO_NOT_FRAGMENT = 0x4000;
  private static final int TIME_TO_LIVE = 64;

  /** Largest segment, then a shift of 14 (RFC 7323), so that no window is ever full. */
  private static final byte[] SYN_OPTIONS = {2, 4, 5, (byte) 0xb4, 1, 3, 3, 14};

  private TestFrame() {}

  /**
   * A frame without addresses and ports, which are to be filled in, then {@link #seal sealed}.
   *
   * @param flags of TCP; not used with UDP
   */
  public static byte[] blank(Transport transport, Direction direction, int flags, byte[] payload) {
    byte[] options = transport == Transport.TCP && (flags & SYN) != 0 ? SYN_OPTIONS : new byte[0];
    int header = transport.headerBytes() + options.length;
    byte[] frame = new byte[TRANSPORT + header + payload.length];
    ethernet(frame, direction);
    frame[IP] = 0x45;
    Octets.put16(frame, IP + 2, frame.length - IP);
    Octets.put16(frame, IP + 6, DO_NOT_FRAGMENT);
    frame[IP + 8] = TIME_TO_LIVE;
    frame[IP + 9] = (byte) transport.protocol();
    if (transport == Transport.TCP) {
      frame[DATA_OFFSET] = (byte) (header / 4 << 4);
      frame[FLAGS] = (byte) flags;
      Octets.put16(frame, TRANSPORT + 14, WINDOW);
    } else {
      Octets.put16(frame, TRANSPORT + 4, header + payload.length);
    }
    System.arraycopy(options, 0, frame, TRANSPORT + transport.headerBytes(), options.length);
    System.arraycopy(payload, 0, frame, TRANSPORT + header, payload.length);
    return frame;
  }

  /** Made-up addresses, locally administered: 02:00:00:00:00:01 is the clients' side. */
  private static void ethernet(byte[] frame, Direction direction) {
    boolean toServer = direction == Direction.FROM_INITIATOR;
    frame[0] = 2;
    frame[5] = (byte) (toServer ? 2 : 1);
    frame[6] = 2;
    frame[11] = (byte) (toServer ? 1 : 2);
    Octets.put16(frame, 12, IPV4);
  }

  /** Writes both checksums. */
  public static void seal(byte[] frame, Transport transport) {
    Octets.put16(frame, IP + 10, 0);
    Octets.put16(frame, IP + 10, Octets.checksum(Octets.sum(frame, IP, TRANSPORT, 0)));
    int place = TRANSPORT + transport.checksumOffset();
    Octets.put16(frame, place, 0);
    writeChecksum(frame, transport, transportSum(frame, transport));
  }

  /** What the transport's checksum is made of, with the pseudo header; the field must be zero. */
  public static long transportSum(byte[] frame, Transport transport) {
    long pseudo = (long) transport.protocol() + (frame.length - TRANSPORT);
    return Octets.sum(frame, PSEUDO_ADDRESSES, frame.length, pseudo);
  }

  /** Zero means "none" in UDP (RFC 768), so that it is written as its complement. */
  public static void writeChecksum(byte[] frame, Transport transport, long sum) {
    int checksum = Octets.checksum(sum);
    boolean none = transport == Transport.UDP && checksum == 0;
    Octets.put16(frame, TRANSPORT + transport.checksumOffset(), none ? 0xffff : checksum);
  }

  /** Whether it is IPv4 without options, and long enough for the header of a transport. */
  public static boolean isOurs(byte[] frame, Transport transport) {
    return frame.length >= TRANSPORT + transport.headerBytes()
        && Octets.get16(frame, 12) == IPV4
        && frame[IP] == 0x45
        && (frame[IP + 9] & 0xff) == transport.protocol();
  }

  /** Where the payload of a frame begins. */
  public static int payload(byte[] frame, Transport transport) {
    return transport == Transport.UDP
        ? TRANSPORT + transport.headerBytes()
        : TRANSPORT + ((frame[DATA_OFFSET] & 0xf0) >> 2);
  }
}
