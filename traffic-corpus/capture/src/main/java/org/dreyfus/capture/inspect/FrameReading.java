package org.dreyfus.capture.inspect;

import java.util.Optional;
import java.util.stream.Stream;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowShare;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;
import org.dreyfus.capture.flow.PacketGroup;

/** Goes through the frames of one capture once, and counts them. */
final class FrameReading {

  private final FrameRewriter rewriter;
  private final Frame[] group =
      Stream.generate(Frame::new).limit(PacketGroup.MOST).toArray(Frame[]::new);
  private final PacketDecoder decoder;
  private final FlowShare share;
  private final FlowTable flows;
  private final DecodedPacket packet = new DecodedPacket();
  private final PacketGroup packets;
  private final Intake intake;

  private long frames;
  private long ipPackets;
  private long wireBytes;
  private Optional<Damage> damage = Optional.empty();

  /**
   * @param audience of the flows of that share; frames of all others are counted and left
   */
  FrameReading(
      FlowRules rules,
      FrameRewriter rewriter,
      FlowShare share,
      FlowTable flows,
      Audience audience) {
    this.rewriter = rewriter;
    this.decoder = rules.newDecoder();
    this.share = share;
    this.flows = flows;
    this.packets = new PacketGroup(decoder, share, flows);
    this.intake = new Intake(rules.splitsOnNewSyn(), flows, audience);
  }

  /**
   * Reads to the end, or to where the capture is damaged.
   *
   * @param stretch frames after which {@code pause} is called, again and again; may be some more
   */
  void run(CaptureSource source, long stretch, Runnable pause) {
    try (CaptureReader reader = CaptureReader.open(source)) {
      while (read(reader, stretch)) {
        pause.run();
      }
    } catch (CaptureException e) {
      damage = Optional.of(Damage.of(e));
    }
  }

  private boolean read(CaptureReader reader, long stretch) throws CaptureException {
    int count;
    for (long left = stretch; left > 0; left -= count) {
      count = reader.next(group);
      if (count == 0) {
        return false;
      }
      accept(count);
    }
    return true;
  }

  private void accept(int count) {
    for (int i = 0; i < count; i++) {
      rewriter.rewrite(group[i]);
      wireBytes += group[i].wireLength();
    }
    if (flows.isLarge()) {
      together(count);
    } else {
      oneByOne(count);
    }
  }

  private void oneByOne(int count) {
    for (int i = 0; i < count; i++) {
      frames++;
      if (decoder.decode(group[i], packet)) {
        ipPackets++;
        if (share.has(packet)) {
          intake.accept(group[i], packet, flows.find(packet));
        }
      }
    }
  }

  private void together(int count) {
    long before = frames;
    packets.decode(group, count);
    ipPackets += packets.ipPackets();
    for (int i = 0; i < packets.size(); i++) {
      int at = packets.frameOf(i);
      frames = before + at + 1;
      intake.accept(group[at], packets.packet(i), packets.find(i));
    }
    frames = before + count;
  }

  /** Number of the frame that was looked at last, from 1; 0 when none was. */
  long frames() {
    return frames;
  }

  /** What was seen so far; flows of the share only. */
  PassSummary summary() {
    return new PassSummary(frames, ipPackets, wireBytes, intake.flows(), damage);
  }
}
