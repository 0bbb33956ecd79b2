package org.dreyfus.capture.inspect;

import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowTable;

/** Counts packets, and begins and ends flows. */
final class Intake {

  /** The packet's flow is not in the table. */
  static final int NO_FLOW = -1;

  private final boolean splitsOnNewSyn;
  private final FlowTable flows;
  private final Audience audience;
  private final PacketView view = new PacketView();
  private long splits;

  Intake(boolean splitsOnNewSyn, FlowTable flows, Audience audience) {
    this.splitsOnNewSyn = splitsOnNewSyn;
    this.flows = flows;
    this.audience = audience;
  }

  /**
   * Shows a packet to those who want packets of its flow.
   *
   * @param frame that it lies in
   * @param found the flow's slot as the table is now, or {@link #NO_FLOW}
   * @return the flow's slot
   */
  int accept(Frame frame, DecodedPacket packet, int found) {
    int slot = found;
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
      view.turn(frame, packet, flows.direction(slot, packet));
      audience.inspect(slot, view, packet);
    }
    return slot;
  }

  /** Flows so far. */
  long flows() {
    return flows.size() + splits;
  }
}
