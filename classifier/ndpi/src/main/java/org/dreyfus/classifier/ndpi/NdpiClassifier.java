package org.dreyfus.classifier.ndpi;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/**
 * One nDPI detection module, for one capture and one thread. Decides as Debian's {@code ndpiReader}
 * 4.2 does: gives up, with a guess, after 80 TCP or 24 UDP packets and at the end of a flow; goes
 * on while nDPI can still refine what it found.
 */
final class NdpiClassifier implements Classifier {

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int TCP_PACKETS = 80;
  private static final int UDP_PACKETS = 24;
  private static final byte GUESS = 1;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final ByteBuffer NO_BUFFER = ByteBuffer.allocateDirect(0);

  private final NdpiModule taken;
  private final long module;
  private final FlowSlab flows;
  private final ProtocolNames names;
  private final Memory guessed = new Memory(8);
  private ByteBuffer buffer = NO_BUFFER;
  private long bufferAddress;
  private long lastMillis;

  /** A module that was given back twice would serve two captures at once. */
  private boolean closed;

  /**
   * @param taken that remembers nothing; is given back
   */
  NdpiClassifier(NdpiModule taken) {
    this.taken = taken;
    this.module = taken.address();
    this.flows = taken.flows();
    this.names = taken.names();
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    long structure = flows.address(flow.slot());
    long found =
        NdpiCalls.ndpi_detection_process_packet(
            module,
            structure,
            addressOf(packet.buffer()) + packet.networkOffset(),
            (short) packet.networkLength(),
            millis(packet));
    int pair = (int) found;
    int application = pair >>> 16;
    boolean enough = isEnough(flow);
    if (!enough && application == 0) {
      return flow.verdict();
    }
    if (!enough && NdpiCalls.ndpi_extra_dissection_possible(module, structure) != 0) {
      return names.soFar(pair);
    }
    if (application == 0) {
      pair = giveUp(structure);
    }
    flows.release(flow.slot());
    return names.settled(pair);
  }

  @Override
  public Verdict conclude(Flow flow) {
    if (!flows.holds(flow.slot())) {
      return flow.verdict();
    }
    int pair = giveUp(flows.address(flow.slot()));
    flows.release(flow.slot());
    return names.settled(pair);
  }

  private int giveUp(long structure) {
    return (int)
        NdpiCalls.ndpi_detection_giveup(module, structure, GUESS, Pointer.nativeValue(guessed));
  }

  private static boolean isEnough(Flow flow) {
    return switch (flow.ipProtocol()) {
      case TCP -> flow.packets() > TCP_PACKETS;
      case UDP -> flow.packets() > UDP_PACKETS;
      default -> false;
    };
  }

  /** nDPI must never see time go back. */
  private long millis(Packet packet) {
    lastMillis = Math.max(lastMillis, packet.timestampNanos() / NANOS_PER_MILLI);
    return lastMillis;
  }

  private long addressOf(ByteBuffer current) {
    if (current != buffer) {
      buffer = current;
      bufferAddress = Pointer.nativeValue(Native.getDirectBufferPointer(current));
    }
    return bufferAddress;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      taken.giveBack();
      guessed.close();
    }
  }
}
