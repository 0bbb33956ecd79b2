package org.dreyfus.training.classifier;

import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;

/** What a trained classifier looks at. */
public enum View {
  /** Lengths, gaps and entropy of the first packets; no address, no port. */
  STATISTICS(FlowStatistics.COUNT),
  /** The two port numbers and nothing else: a control. */
  PORTS(2);

  private final int width;

  View(int width) {
    this.width = width;
  }

  /** How many numbers it gives. */
  public int width() {
    return width;
  }

  /** What one flow looks like; keep it as the flow's attachment. */
  public Look look() {
    return new Look();
  }

  /** Numbers of one flow, collected packet by packet. */
  public final class Look {
    private final FlowStatistics statistics = new FlowStatistics();
    private int initiatorPort;
    private int responderPort;
    private long firstPacket;

    private Look() {}

    /** Takes the next packet of the flow. */
    public void add(Flow flow, Packet packet) {
      if (firstPacket == 0) {
        firstPacket = packet.number();
        initiatorPort = flow.initiatorPort();
        responderPort = flow.responderPort();
      }
      statistics.add(flow, packet);
    }

    /** Position in the capture, from 1, of the flow's first packet; 0 before it. */
    public long firstPacket() {
      return firstPacket;
    }

    /** Whether nothing will change any more. */
    boolean isWhole() {
      return View.this == PORTS || statistics.isFull();
    }

    /** The numbers so far, {@link View#width} of them. */
    public double[] values() {
      return View.this == PORTS ? new double[] {initiatorPort, responderPort} : statistics.values();
    }
  }
}
