package org.dreyfus.capture.inspect;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowShare;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Packet;

/** One thread's part of a {@link ShardedPass}: the whole capture read, one share of its flows. */
final class Shard implements Audience, Callable<PassSummary> {

  /** Frames between two words to the others. */
  private static final long STRETCH = 65_536;

  private final int number;
  private final CaptureSource source;
  private final EarlyEndings endings;
  private final FlowTable flows = new FlowTable();
  private final Lanes lanes;
  private final FrameReading reading;
  private final List<KeptFlow> ended = new ArrayList<>();

  /** Number of the frame that first had the key, by slot. */
  private long[] appeared = new long[1_024];

  private int keys;

  Shard(
      FlowRules rules,
      FlowShare share,
      CaptureSource source,
      Classifier classifier,
      EarlyEndings endings) {
    this.number = share.number();
    this.source = source;
    this.endings = endings;
    this.lanes = new Lanes(flows, List.of(classifier), this::keep);
    this.reading = new FrameReading(rules, FrameRewriter.none(), share, flows, this);
  }

  /** Reads all and concludes all. Only afterwards, the flows can be had. */
  @Override
  public PassSummary call() {
    reading.run(source, STRETCH, () -> handOver(reading.frames()));
    handOver(Long.MAX_VALUE);
    lanes.finish();
    return reading.summary();
  }

  private void keep(EndedFlow flow) {
    ended.add(new KeptFlow(reading.frames(), flow.record(), flow.answers()));
  }

  private void handOver(long frame) {
    endings.reached(number, frame, ended);
    ended.clear();
  }

  @Override
  public void open(int slot) {
    if (slot == keys) {
      if (keys == appeared.length) {
        appeared = Arrays.copyOf(appeared, keys + keys / 2);
      }
      appeared[keys++] = reading.frames();
    }
    lanes.open(slot);
  }

  @Override
  public void inspect(int slot, Packet packet, DecodedPacket decoded) {
    lanes.inspect(slot, packet, decoded);
  }

  @Override
  public void end(int slot, long frame) {
    lanes.end(slot, frame);
  }

  /** Flows that ended early and were not handed over, placed by the frames that ended them. */
  Placed heldBack() {
    List<KeptFlow> held = lanes.held();
    return new Placed(held.size(), i -> held.get(i).endedAtFrame(), held::get);
  }

  /** The last flow of each key, placed by the key's first frame. */
  Placed remaining() {
    return new Placed(keys, slot -> appeared[slot], lanes::at);
  }

  Map<InetAddress, String> accusations() {
    return lanes.lane(0).accusations();
  }

  Optional<String> crash() {
    return lanes.lane(0).crash();
  }
}
