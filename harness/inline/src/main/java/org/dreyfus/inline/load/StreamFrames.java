package org.dreyfus.inline.load;

import static org.dreyfus.classifier.Direction.FROM_INITIATOR;
import static org.dreyfus.classifier.Direction.FROM_RESPONDER;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.traffic.FlowAddresses;
import org.dreyfus.inline.traffic.FlowScript;
import org.dreyfus.inline.traffic.NeutralText;
import org.dreyfus.inline.traffic.Octets;
import org.dreyfus.inline.traffic.TestFrame;
import org.dreyfus.inline.traffic.Transport;

/**
 * The frames of long test flows: neutral text that begins with a mark, the packet's number and the
 * time when it was sent. TCP segments continue a handshake; they acknowledge what the other end has
 * received. One thread prepares, another may acknowledge. Allocates nothing per frame.
 */
final class StreamFrames {

  private static final byte[] MARK = "test no.".getBytes(StandardCharsets.US_ASCII);
  private static final int NUMBER = MARK.length;
  private static final int TIME = NUMBER + HexNumber.DIGITS;
  private static final int STAMP = TIME + HexNumber.DIGITS;

  private final FlowAddresses addresses;
  private final byte[][] frames;
  private final long[] sums;
  private final int[] nextSequence;
  private final AtomicIntegerArray received;
  private final Transport[] transports;

  StreamFrames(FlowAddresses addresses, Transport[] transports, int frameBytes) {
    int flows = transports.length;
    this.addresses = addresses;
    this.transports = transports.clone();
    this.frames = new byte[2 * flows][];
    this.sums = new long[2 * flows];
    this.nextSequence = new int[2 * flows];
    this.received = new AtomicIntegerArray(2 * flows);
    for (int flow = 0; flow < flows; flow++) {
      make(flow, FROM_INITIATOR, FlowScript.CLIENT_FIRST, frameBytes);
      make(flow, FROM_RESPONDER, FlowScript.SERVER_FIRST, frameBytes);
    }
  }

  private static int index(int flow, Direction direction) {
    return 2 * flow + direction.ordinal();
  }

  private void make(int flow, Direction direction, int first, int frameBytes) {
    int index = index(flow, direction);
    Transport transport = transports[flow];
    int room = frameBytes - TestFrame.TRANSPORT - transport.headerBytes();
    byte[] payload = NeutralText.of(room, index);
    System.arraycopy(MARK, 0, payload, 0, MARK.length);
    Arrays.fill(payload, NUMBER, STAMP, (byte) 0);
    byte[] frame = TestFrame.blank(transport, direction, TestFrame.PSH | TestFrame.ACK, payload);
    addresses.write(frame, direction, flow);
    TestFrame.seal(frame, transport);
    Octets.put16(frame, TestFrame.TRANSPORT + transport.checksumOffset(), 0);
    frames[index] = frame;
    sums[index] = TestFrame.transportSum(frame, transport);
    nextSequence[index] = first;
    received.set(index, first);
  }

  /** The next frame of a flow; valid until the next of the same flow and direction. */
  byte[] prepare(int flow, Direction direction, long number, long nowNanos) {
    int index = index(flow, direction);
    Transport transport = transports[flow];
    byte[] frame = frames[index];
    int payload = TestFrame.TRANSPORT + transport.headerBytes();
    HexNumber.write(frame, payload + NUMBER, number);
    HexNumber.write(frame, payload + TIME, nowNanos);
    long sum = Octets.sum(frame, payload + NUMBER, payload + STAMP, sums[index]);
    if (transport == Transport.TCP) {
      Octets.put32(frame, TestFrame.SEQUENCE, nextSequence[index]);
      Octets.put32(frame, TestFrame.ACKNOWLEDGEMENT, received.getOpaque(index ^ 1));
      nextSequence[index] += frame.length - payload;
      sum = Octets.sum(frame, TestFrame.SEQUENCE, TestFrame.DATA_OFFSET, sum);
    }
    TestFrame.writeChecksum(frame, transport, sum);
    return frame;
  }

  /** Which flow a frame belongs to; {@link FlowAddresses#FOREIGN} when it is none of these. */
  int flowOf(byte[] frame, Direction direction) {
    if (frame.length < LoadPlan.SMALLEST_FRAME) {
      return FlowAddresses.FOREIGN;
    }
    int flow = addresses.flowOf(frame, direction);
    if (flow < 0 || flow >= transports.length || !TestFrame.isOurs(frame, transports[flow])) {
      return FlowAddresses.FOREIGN;
    }
    int payload = TestFrame.payload(frame, transports[flow]);
    boolean marked = Arrays.equals(frame, payload, payload + NUMBER, MARK, 0, NUMBER);
    return marked ? flow : FlowAddresses.FOREIGN;
  }

  long numberOf(byte[] frame, int flow) {
    return HexNumber.read(frame, TestFrame.payload(frame, transports[flow]) + NUMBER);
  }

  long sentNanos(byte[] frame, int flow) {
    return HexNumber.read(frame, TestFrame.payload(frame, transports[flow]) + TIME);
  }

  /** Notes what is to be acknowledged from now on. */
  void acknowledge(int flow, Direction direction, byte[] frame) {
    if (transports[flow] == Transport.TCP) {
      int index = index(flow, direction);
      int end =
          Octets.get32(frame, TestFrame.SEQUENCE)
              + Octets.get16(frame, TestFrame.IP + 2)
              - (TestFrame.payload(frame, Transport.TCP) - TestFrame.IP);
      if (end - received.getOpaque(index) > 0) {
        received.setOpaque(index, end);
      }
    }
  }
}
