package org.dreyfus.capture.inspect;

import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowShare;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;

/** Finds the flow of each frame, and begins and ends flows. */
final class Intake {

  static final int NO_FLOW = -1;

  /** The frame is of a flow that somebody else looks at. */
  static final int OTHER_SHARE = -2;

  private final PacketDecoder decoder;
  private final FlowShare share;
  private final boolean splitsOnNewSyn;
  private final FlowTable flows;
  private final Audience audience;
  private final Frame frame;
  private final DecodedPacket packet = new DecodedPacket();
  private final PacketView view;
  private long splits;

  /**
   * @param frame in which the frames come, one after the other
   */
  Intake(
      PacketDecoder decoder,
      FlowShare share,
      boolean splitsOnNewSyn,
      FlowTable flows,
      Audience audience,
      Frame frame) {
    this.decoder = decoder;
    this.share = share;
    this.splitsOnNewSyn = splitsOnNewSyn;
    this.flows = flows;
    this.audience = audience;
    this.frame = frame;
    this.view = new PacketView(frame, packet);
  }

  /**
   * Shows the frame to those who want packets of its flow.
   *
   * @return the flow's slot, {@link #NO_FLOW} or {@link #OTHER_SHARE}
   */
  int accept() {
    if (!decoder.decode(frame, packet)) {
      return NO_FLOW;
    }
    if (!share.has(packet)) {
      return OTHER_SHARE;
    }
    int slot = flows.find(packet);
    if (slot == NO_FLOW) {
      slot = flows.add(packet, frame.number(), frame.timestampNanos());
      audience.open(slot);
    } else if (splitsOnNewSyn && flows.isReopenedBy(slot, packet)) {
      audience.end(slot, frame.number());
      flows.restart(slot, packet, frame.number(), frame.timestampNanos());
      audience.open(slot);
      splits++;
    }
    flows.count(slot, packet);
    if (flows.watchers(slot) > 0) {
      view.turn(flows.direction(slot, packet));
      audience.inspect(slot, view, packet);
    }
    return slot;
  }

  /** What the decoder found in the last frame that belongs to a flow. */
  DecodedPacket packet() {
    return packet;
  }

  /** Flows so far. */
  long flows() {
    return flows.size() + splits;
  }
}
