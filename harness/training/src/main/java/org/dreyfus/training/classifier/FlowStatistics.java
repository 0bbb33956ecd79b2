package org.dreyfus.training.classifier;

import java.nio.ByteBuffer;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;

/**
 * What is counted of one flow until its {@value #PAYLOAD_PACKETS}th packet with payload: lengths,
 * directions, gaps and entropy; no address, no port. The kind of statistics is that of Moore and
 * Zuev, "Internet traffic classification using Bayesian analysis techniques", SIGMETRICS 2005, and
 * of Bernaille et al., "Traffic classification on the fly", CCR 36(2), 2006, who look at the first
 * packets.
 */
final class FlowStatistics {

  /** Packets with payload that are looked at. */
  static final int PAYLOAD_PACKETS = 10;

  private static final int ENTROPY_PACKETS = 4;

  /** How many numbers {@link #values} gives. */
  static final int COUNT = 2 * PAYLOAD_PACKETS + ENTROPY_PACKETS + 5;

  private final double[] lengths = new double[PAYLOAD_PACKETS];
  private final double[] gaps = new double[PAYLOAD_PACKETS];
  private final double[] entropies = new double[ENTROPY_PACKETS];
  private final double[] packets = new double[2];
  private final double[] bytes = new double[2];
  private double transport;
  private int withPayload;
  private long lastNanos;

  /** Takes the next packet of the flow. */
  void add(Flow flow, Packet packet) {
    if (isFull()) {
      return;
    }
    boolean out = packet.direction() == Direction.FROM_INITIATOR;
    transport = flow.ipProtocol();
    packets[out ? 0 : 1]++;
    int length = packet.payloadLength();
    if (length == 0) {
      return;
    }
    bytes[out ? 0 : 1] += length;
    lengths[withPayload] = out ? length : -length;
    long now = packet.timestampNanos();
    if (withPayload > 0) {
      gaps[withPayload] = StrictMath.log1p(Math.max(0, now - lastNanos));
    }
    lastNanos = now;
    if (withPayload < ENTROPY_PACKETS) {
      entropies[withPayload] = entropy(packet.buffer(), packet.payloadOffset(), length);
    }
    withPayload++;
  }

  /** Whether all has been seen that is looked at. */
  boolean isFull() {
    return withPayload == PAYLOAD_PACKETS;
  }

  /**
   * {@value #COUNT} numbers: payload lengths in bytes, negative from the responder; natural
   * logarithms of gaps in nanoseconds; entropies in bits a byte; packets and payload bytes from
   * initiator and responder; IANA protocol number. What has not been seen is 0.
   */
  double[] values() {
    double[] values = new double[COUNT];
    int at = 0;
    for (double[] part : new double[][] {lengths, gaps, entropies, packets, bytes}) {
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    values[at] = transport;
    return values;
  }

  /** Shannon entropy of the bytes' frequencies, 0 to 8 bits. */
  private static double entropy(ByteBuffer buffer, int offset, int length) {
    int[] counts = new int[256];
    for (int i = 0; i < length; i++) {
      counts[buffer.get(offset + i) & 0xff]++;
    }
    double sum = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / length;
        sum -= share * StrictMath.log(share);
      }
    }
    return sum / StrictMath.log(2);
  }
}
