package org.dreyfus.inline.appliance.meddling;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.capture.ArrivedFrame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.PacketDecoder;
import org.dreyfus.inline.appliance.Box;
import org.dreyfus.inline.appliance.BoxStats;
import org.dreyfus.inline.appliance.Frames;
import org.dreyfus.inline.appliance.Side;
import org.dreyfus.inline.appliance.Wires;

/**
 * Passes everything, answers requests for peers and searches with peers who do not exist, and sends
 * TCP SYN segments to each tracker that it has seen being asked.
 *
 * <p>After the record: MediaDefender filled networks with decoys, and in May 2008 its servers took
 * down the tracker of Revision3, which published its own shows, with up to 8,000 SYN segments a
 * second. Those came from real addresses and from other hosts; these come from made-up addresses
 * and from the wire, so that nothing answers.
 */
public final class MediaDefender implements Box {

  private static final int LONGEST_FRAME = 1 << 17;

  /**
   * How much it does.
   *
   * @param perSecond TCP SYN segments to all trackers together
   * @param most of these in all; 0 for none
   * @param peers made up for one answer, 1 to 100
   * @param seed of what is made up
   */
  public record Settings(int perSecond, long most, int peers, long seed) {}

  private final ArrivedFrame arrived = new ArrivedFrame(LONGEST_FRAME);
  private final PacketDecoder decoder = FlowRules.DREYFUS.newDecoder();
  private final DecodedPacket packet = new DecodedPacket();
  private final Decoys decoys;
  private final Flood flood;
  private final Map<String, Long> requestsSeen = new TreeMap<>();
  private final Map<String, Long> decoysSent = new TreeMap<>();
  private boolean decoded;

  /**
   * @throws org.dreyfus.lab.MissingRequirement outside a network that this program made
   */
  public MediaDefender(Settings settings) {
    this(settings, Confinement.check());
  }

  MediaDefender(Settings settings, Confinement confined) {
    MadeUp madeUp = new MadeUp(settings.seed());
    this.decoys = new Decoys(madeUp, settings.peers());
    this.flood = new Flood(madeUp, settings.perSecond(), settings.most());
  }

  @Override
  public void look(byte[] frame) {
    arrived.take(frame, frame.length, 0);
    decoded = decoder.decode(arrived.frame(), packet);
  }

  @Override
  public boolean passes(byte[] frame, Side from, Wires wires) {
    if (decoded
        && packet.payloadLength() > 0
        && Frames.liesInEthernet(frame, packet.networkOffset())) {
      Optional<Request> request = Request.in(frame, packet);
      request.ifPresent(found -> meddle(found, frame, from, wires));
    }
    return true;
  }

  private void meddle(Request request, byte[] frame, Side from, Wires wires) {
    requestsSeen.merge(request.id(), 1L, Long::sum);
    wires.send(from, decoys.answer(request, frame, packet));
    decoysSent.merge(request.id(), 1L, Long::sum);
    if (request.isToTracker()) {
      flood.seen(frame, packet, from.opposite());
    }
  }

  @Override
  public void tick(long nowNanos, Wires wires) {
    flood.tick(nowNanos, wires);
  }

  @Override
  public void reset() {
    requestsSeen.clear();
    decoysSent.clear();
    flood.reset();
  }

  @Override
  public void stuck(String what) {
    throw new IllegalStateException(what);
  }

  @Override
  public BoxStats stats() {
    return new BoxStats.Meddling(
        new TreeMap<>(requestsSeen), new TreeMap<>(decoysSent), flood.sent(), flood.inAll());
  }

  @Override
  public void close() {}
}
