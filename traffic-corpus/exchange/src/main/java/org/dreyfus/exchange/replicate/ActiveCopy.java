package org.dreyfus.exchange.replicate;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.rekey.Rekeyer;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.Session;

/** A copy of a session on its way into an interleaved capture. Ordered by its next frame's time. */
final class ActiveCopy implements Comparable<ActiveCopy> {

  private final Original original;
  private final long copy;
  private final long order;
  private final Rekeyer rekeyer;
  private final long shiftNanos;
  private int nextFrame;
  private int nextFlow;
  private long nextNanos;

  /**
   * @param copy from 1
   * @param order among all copies, breaks ties of time
   * @param startNanos time of the first frame
   */
  ActiveCopy(Original original, long copy, long order, Rekeyer rekeyer, long startNanos) {
    this.original = original;
    this.copy = copy;
    this.order = order;
    this.rekeyer = rekeyer;
    this.shiftNanos = startNanos - original.frames().timestampNanos(0);
    this.nextNanos = startNanos;
  }

  boolean isFinished() {
    return nextFrame == original.frames().count();
  }

  /** Of the next frame, nanoseconds since 1970-01-01 UTC; never before that of an earlier frame. */
  long nextNanos() {
    return nextNanos;
  }

  /** Puts the next frame in {@code frame}, re-keyed and at its new time. */
  void take(Frame frame, ByteBuffer scratch) {
    original.frames().load(nextFrame++, frame, scratch);
    rekeyer.rewrite(frame);
    frame.timestampNanos(nextNanos);
    if (!isFinished()) {
      nextNanos = Math.max(nextNanos, original.frames().timestampNanos(nextFrame) + shiftNanos);
    }
  }

  /**
   * Writes the label of the flow that begins with the frame just taken, if one does.
   *
   * @param number of that frame in the interleaved capture
   * @param nanos its time
   */
  void label(long number, long nanos, FlowLabels labels) throws IOException {
    boolean begins =
        nextFlow < original.flows().size() && original.flows().get(nextFlow).flow() == nextFrame;
    if (begins) {
      Session session = original.session();
      FlowLabel flow = rekeyed(original.flows().get(nextFlow++), number, nanos);
      labels.write(
          new ReplicatedFlow(session.id(), copy, session.scenario(), session.cluster(), flow));
    }
  }

  private FlowLabel rekeyed(FlowLabel flow, long number, long nanos) {
    InetAddress source = IpLiteral.parse(flow.srcIp());
    InetAddress destination = IpLiteral.parse(flow.destIp());
    boolean hasPorts = flow.proto().equals("TCP") || flow.proto().equals("UDP");
    return new FlowLabel(
        number,
        nanos,
        flow.proto(),
        rekeyer.address(source).getHostAddress(),
        hasPorts ? rekeyer.port(source, flow.srcPort()) : flow.srcPort(),
        rekeyer.address(destination).getHostAddress(),
        hasPorts ? rekeyer.port(destination, flow.destPort()) : flow.destPort(),
        flow.label());
  }

  @Override
  public int compareTo(ActiveCopy other) {
    int byTime = Long.compare(nextNanos, other.nextNanos);
    return byTime != 0 ? byTime : Long.compare(order, other.order);
  }
}
