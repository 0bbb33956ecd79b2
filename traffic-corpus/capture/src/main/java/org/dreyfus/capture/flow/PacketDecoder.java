package org.dreyfus.capture.flow;

import org.dreyfus.capture.Frame;

/** Finds the IP packet in a frame, and its flow's key. One instance a capture, one thread. */
public sealed interface PacketDecoder permits DreyfusDecoder, NdpiDecoder {

  /**
   * Decodes one frame. Never fails, whatever the frame holds, and reads no byte outside it.
   *
   * @param packet takes what was found; undefined when the result is false
   * @return whether the frame carries an IP packet that belongs to a flow
   */
  boolean decode(Frame frame, DecodedPacket packet);
}
