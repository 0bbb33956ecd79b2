package org.dreyfus.inline.traffic;

import static org.dreyfus.classifier.Direction.FROM_INITIATOR;
import static org.dreyfus.classifier.Direction.FROM_RESPONDER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dreyfus.classifier.Direction;

/**
 * What the two ends of a flow say to each other, one packet a step. With TCP (RFC 9293) it may
 * begin with a handshake and end with both FINs; segments carry right sequence numbers.
 *
 * @param transport of all steps
 * @param steps in order
 */
public record FlowScript(Transport transport, List<Step> steps) {

  /** Sequence number of the client's first byte of data. */
  public static final int CLIENT_FIRST = 0x1001_0001;

  /** Sequence number of the server's first byte of data. */
  public static final int SERVER_FIRST = 0x2002_0001;

  /** Steps of a TCP handshake. */
  public static final int HANDSHAKE = 3;

  public FlowScript {
    steps = List.copyOf(steps);
  }

  /**
   * One packet.
   *
   * @param direction that it takes
   * @param frame without addresses, ports and checksums
   */
  record Step(Direction direction, byte[] frame) {

    /** Whether an arrived frame is this packet. */
    boolean isSeenIn(byte[] arrived, Transport transport) {
      if (arrived.length < frame.length) {
        return false;
      }
      if (transport == Transport.TCP) {
        return Octets.get32(arrived, TestFrame.SEQUENCE) == Octets.get32(frame, TestFrame.SEQUENCE)
            && arrived[TestFrame.FLAGS] == frame[TestFrame.FLAGS];
      }
      int from = TestFrame.payload(frame, transport);
      return Arrays.equals(arrived, from, frame.length, frame, from, frame.length);
    }
  }

  /** The same with frames of its own, which can be filled in. */
  FlowScript copy() {
    return new FlowScript(
        transport,
        steps.stream().map(step -> new Step(step.direction(), step.frame().clone())).toList());
  }

  /** What one end says. */
  public record Talk(Direction direction, byte[] payload) {}

  /** Datagrams. They are told apart by their payload. */
  public static FlowScript udp(List<Talk> talks) {
    return new FlowScript(
        Transport.UDP,
        talks.stream()
            .map(
                talk ->
                    new Step(
                        talk.direction(),
                        TestFrame.blank(Transport.UDP, talk.direction(), 0, talk.payload())))
            .toList());
  }

  /** A handshake and nothing after it. */
  public static FlowScript handshake() {
    Segments segments = new Segments();
    segments.open();
    return new FlowScript(Transport.TCP, segments.steps);
  }

  /** A whole connection: handshake, talks, FIN of the client, FIN of the server, last ACK. */
  public static FlowScript tcp(List<Talk> talks) {
    Segments segments = new Segments();
    segments.open();
    for (Talk talk : talks) {
      segments.add(talk.direction(), TestFrame.PSH | TestFrame.ACK, talk.payload());
    }
    segments.add(FROM_INITIATOR, TestFrame.FIN | TestFrame.ACK, new byte[0]);
    segments.add(FROM_RESPONDER, TestFrame.FIN | TestFrame.ACK, new byte[0]);
    segments.add(FROM_INITIATOR, TestFrame.ACK, new byte[0]);
    return new FlowScript(Transport.TCP, segments.steps);
  }

  /** Counts sequence numbers while a connection is written down. */
  private static final class Segments {
    private final List<Step> steps = new ArrayList<>();
    private int clientNext = CLIENT_FIRST - 1;
    private int serverNext = SERVER_FIRST - 1;

    void open() {
      add(FROM_INITIATOR, TestFrame.SYN, new byte[0]);
      add(FROM_RESPONDER, TestFrame.SYN | TestFrame.ACK, new byte[0]);
      add(FROM_INITIATOR, TestFrame.ACK, new byte[0]);
    }

    void add(Direction direction, int flags, byte[] payload) {
      boolean toServer = direction == FROM_INITIATOR;
      byte[] frame = TestFrame.blank(Transport.TCP, direction, flags, payload);
      Octets.put32(frame, TestFrame.SEQUENCE, toServer ? clientNext : serverNext);
      if ((flags & TestFrame.ACK) != 0) {
        Octets.put32(frame, TestFrame.ACKNOWLEDGEMENT, toServer ? serverNext : clientNext);
      }
      int taken = payload.length + ((flags & (TestFrame.SYN | TestFrame.FIN)) != 0 ? 1 : 0);
      if (toServer) {
        clientNext += taken;
      } else {
        serverNext += taken;
      }
      steps.add(new Step(direction, frame));
    }
  }
}
