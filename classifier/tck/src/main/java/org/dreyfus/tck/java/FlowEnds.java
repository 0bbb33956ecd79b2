package org.dreyfus.tck.java;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;

/** Finds the last frame of each flow of a capture. */
final class FlowEnds {

  private FlowEnds() {}

  /** Numbers of the frames after which their flow has no more. */
  static Set<Long> of(CaptureSource source) throws CaptureException {
    PacketDecoder decoder = FlowRules.DREYFUS.newDecoder();
    FlowTable table = new FlowTable();
    Frame frame = new Frame();
    DecodedPacket packet = new DecodedPacket();
    Map<Long, Long> lastOfFlow = new HashMap<>();
    try (CaptureReader reader = CaptureReader.open(source)) {
      while (reader.next(frame)) {
        if (!decoder.decode(frame, packet)) {
          continue;
        }
        int place = table.find(packet);
        if (place < 0) {
          place = table.add(packet, frame.number(), frame.timestampNanos());
        } else if (table.isReopenedBy(place, packet)) {
          table.restart(place, packet, frame.number(), frame.timestampNanos());
        }
        table.count(place, packet);
        lastOfFlow.put(table.firstFrame(place), frame.number());
      }
    }
    return new HashSet<>(lastOfFlow.values());
  }
}
