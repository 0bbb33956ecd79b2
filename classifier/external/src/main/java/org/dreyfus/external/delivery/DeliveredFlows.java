package org.dreyfus.external.delivery;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;
import org.dreyfus.classifier.FlowKey;

/**
 * The flows of the frames that were delivered. Flows are numbered from 0 as they began; a
 * connection that opens anew on an old key is a flow of its own. Four bytes a frame are kept, so
 * that a line can name a flow by any of its frames.
 *
 * <p>Not safe for use by several threads.
 */
final class DeliveredFlows {

  /** The frame belongs to no flow. */
  static final int NONE = -1;

  private final PacketDecoder decoder = FlowRules.DREYFUS.newDecoder();
  private final DecodedPacket packet = new DecodedPacket();
  private final FlowTable table = new FlowTable();

  private int[] flowOfFrame = new int[256];
  private long frames;

  private int[] currentFlowOfSlot = new int[64];
  private int[] slotOfFlow = new int[64];
  private int[] lastPayloadOfSlot = new int[64];
  private int[] lastFrameOfSlot = new int[64];
  private long[] firstFrameOfFlow = new long[64];
  private final Map<Integer, EndedFlow> ended = new HashMap<>();
  private int flows;

  /**
   * Counts the next frame.
   *
   * @return the number of its flow, or {@link #NONE}
   */
  int accept(Frame frame) {
    int flow = decoder.decode(frame, packet) ? flowOf(frame) : NONE;
    if (frames + 1 >= flowOfFrame.length) {
      flowOfFrame = Arrays.copyOf(flowOfFrame, grown(flowOfFrame.length));
    }
    frames++;
    flowOfFrame[(int) frames] = flow;
    return flow;
  }

  private static int grown(int length) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, 2L * length);
  }

  private int flowOf(Frame frame) {
    int slot = table.find(packet);
    if (slot < 0) {
      slot = table.add(packet, frame.number(), frame.timestampNanos());
      begin(slot, frame.number());
    } else if (table.isReopenedBy(slot, packet)) {
      int before = currentFlowOfSlot[slot];
      ended.put(before, new EndedFlow(table.packets(slot), table.payloadBytes(slot)));
      table.restart(slot, packet, frame.number(), frame.timestampNanos());
      begin(slot, frame.number());
    }
    table.count(slot, packet);
    lastPayloadOfSlot[slot] = packet.payloadWireBytes();
    lastFrameOfSlot[slot] = (int) frame.number();
    return currentFlowOfSlot[slot];
  }

  private void begin(int slot, long firstFrame) {
    if (slot >= currentFlowOfSlot.length) {
      currentFlowOfSlot = Arrays.copyOf(currentFlowOfSlot, grown(slot));
      lastPayloadOfSlot = Arrays.copyOf(lastPayloadOfSlot, grown(slot));
      lastFrameOfSlot = Arrays.copyOf(lastFrameOfSlot, grown(slot));
    }
    if (flows >= slotOfFlow.length) {
      slotOfFlow = Arrays.copyOf(slotOfFlow, grown(flows));
      firstFrameOfFlow = Arrays.copyOf(firstFrameOfFlow, grown(flows));
    }
    slotOfFlow[flows] = slot;
    firstFrameOfFlow[flows] = firstFrame;
    currentFlowOfSlot[slot] = flows++;
  }

  /** Frames so far. */
  long frames() {
    return frames;
  }

  /** Flows so far. */
  int flows() {
    return flows;
  }

  /** The flow that a delivered frame belongs to; empty for others, and for frames to come. */
  OptionalInt flowOfFrame(long number) {
    if (number < 1 || number > frames || flowOfFrame[(int) number] == NONE) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(flowOfFrame[(int) number]);
  }

  /** Number of the flow's first frame. */
  long firstFrame(int flow) {
    return firstFrameOfFlow[flow];
  }

  /** Number of the flow's last delivered frame; of a flow that is over, its first one. */
  long lastFrame(int flow) {
    return ended.containsKey(flow) ? firstFrameOfFlow[flow] : lastFrameOfSlot[slotOfFlow[flow]];
  }

  FlowKey key(int flow) {
    return table.key(slotOfFlow[flow]);
  }

  /**
   * Where a decision about the flow that comes now takes effect: at its last delivered packet, or
   * behind all its packets when it is over.
   *
   * @param captureIsOver whether all frames were delivered and the input closed
   */
  DecisionPoint now(int flow, boolean captureIsOver) {
    EndedFlow before = ended.get(flow);
    if (before != null) {
      return new DecisionPoint(before.packets() + 1, before.payloadBytes());
    }
    int slot = slotOfFlow[flow];
    long packets = table.packets(slot);
    long payload = table.payloadBytes(slot);
    return captureIsOver
        ? new DecisionPoint(packets + 1, payload)
        : new DecisionPoint(packets, payload - lastPayloadOfSlot[slot]);
  }

  /** All addresses that were seen as an end of a flow. */
  Set<InetAddress> hosts() {
    Set<InetAddress> hosts = new HashSet<>();
    for (int slot = 0; slot < table.size(); slot++) {
      FlowKey key = table.key(slot);
      hosts.add(key.initiator());
      hosts.add(key.responder());
    }
    return hosts;
  }

  private record EndedFlow(long packets, long payloadBytes) {}
}
