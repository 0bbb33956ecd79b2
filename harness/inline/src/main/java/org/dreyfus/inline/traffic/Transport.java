package org.dreyfus.inline.traffic;

/** What carries a test flow. */
public enum Transport {
  TCP(6, 20, 16),
  UDP(17, 8, 6);

  private final int protocol;
  private final int headerBytes;
  private final int checksumOffset;

  Transport(int protocol, int headerBytes, int checksumOffset) {
    this.protocol = protocol;
    this.headerBytes = headerBytes;
    this.checksumOffset = checksumOffset;
  }

  /** Its IANA number. */
  public int protocol() {
    return protocol;
  }

  /** Size of its header without options. */
  public int headerBytes() {
    return headerBytes;
  }

  /** Where in its header the checksum stands. */
  public int checksumOffset() {
    return checksumOffset;
  }
}
