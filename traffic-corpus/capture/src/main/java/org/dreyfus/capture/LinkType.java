package org.dreyfus.capture;

/**
 * Link types of capture files that this project can look into: numbers of the registry "LINKTYPE_
 * and DLT_ values" of the Tcpdump Group. Other numbers are read and written, but never decoded.
 */
public final class LinkType {

  /** BSD loopback: four bytes of address family in the byte order of the capturing machine. */
  public static final int NULL = 0;

  public static final int ETHERNET = 1;

  /** Raw IP, as some systems number it. */
  public static final int RAW_BSD = 12;

  /** Raw IP, as OpenBSD numbers it. */
  public static final int RAW_OPENBSD = 14;

  /** Raw IP: the version nibble tells IPv4 from IPv6. */
  public static final int RAW = 101;

  /** OpenBSD loopback: four bytes of address family in network byte order. */
  public static final int LOOP = 108;

  /** Linux cooked capture, version 1. */
  public static final int LINUX_SLL = 113;

  public static final int IPV4 = 228;
  public static final int IPV6 = 229;

  /** Linux cooked capture, version 2. */
  public static final int LINUX_SLL2 = 276;

  private LinkType() {}
}
