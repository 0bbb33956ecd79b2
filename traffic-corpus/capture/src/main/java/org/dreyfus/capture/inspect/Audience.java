package org.dreyfus.capture.inspect;

import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.classifier.Packet;

/** Those who look at flows. They say in the flow table how many of them still want packets. */
interface Audience {

  /** A flow has begun. */
  void open(int slot);

  /** The next packet of a flow of which somebody wants packets; it is counted already. */
  void inspect(int slot, Packet packet, DecodedPacket decoded);

  /**
   * A flow has ended, since a packet of another one with the same key is here.
   *
   * @param frame number of the frame that holds that packet
   */
  void end(int slot, long frame);
}
