package org.dreyfus.exchange.pcapml;

/** Keys that tell where a packet stood. */
final class PcapmlKeys {

  static final String SESSION = "session";

  /** Position of the packet in the session's capture, from 1. */
  static final String FRAME = "frame";

  /** Position of the flow's first frame; 0 for no flow. */
  static final String FLOW = "flow";

  static final String DIRECTION = "dir";

  private PcapmlKeys() {}
}
