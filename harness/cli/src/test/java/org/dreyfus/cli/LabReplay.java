package org.dreyfus.cli;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.LiveInspection;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.inline.lab.DeviceLab;
import org.dreyfus.inline.port.Port;

/** Sends frames through a lab one after the other and looks whether each arrives. */
final class LabReplay implements AutoCloseable {

  private static final long USUAL_PATIENCE_MILLIS = 400;
  private static final long LITTLE_NANOS = 5_000_000;

  private final Port clients;
  private final Port servers;
  private final long patienceNanos;
  private int foreign;

  LabReplay(DeviceLab lab) {
    this(lab, USUAL_PATIENCE_MILLIS);
  }

  /**
   * @param patienceMillis after which a frame is lost
   */
  LabReplay(DeviceLab lab, long patienceMillis) {
    this.patienceNanos = patienceMillis * 1_000_000;
    this.clients = Port.open(lab.clients());
    this.servers = Port.open(lab.servers());
  }

  /**
   * What came out of a capture.
   *
   * @param decisions by first frame of a flow: the first of its packets that did not arrive
   * @param sentByTheBox frames that nobody sent
   */
  record Passed(int frames, int arrived, int sentByTheBox, Map<Long, Long> decisions) {
    int blockedFlows() {
      return decisions.size();
    }
  }

  /** Initiators stand with the clients. */
  Passed capture(CaptureSource source) throws Exception {
    Frame frame = new Frame();
    Map<Integer, Long> firstFrames = new TreeMap<>();
    Map<Long, Long> decisions = new TreeMap<>();
    int frames = 0;
    int arrived = 0;
    foreign = 0;
    try (CaptureReader reader = CaptureReader.open(source)) {
      LiveInspection flows =
          new LiveInspection(FlowRules.DREYFUS, frame, (flow, packet) -> Verdict.undecided());
      while (reader.next(frame)) {
        if (!flows.accept()) {
          continue;
        }
        if (flows.packetInFlow() == 1) {
          firstFrames.put(flows.slot(), frame.number());
        }
        long flow = firstFrames.getOrDefault(flows.slot(), 0L);
        boolean forth = flows.direction() == Direction.FROM_INITIATOR;
        frames++;
        if (arrives(bytes(frame), forth, decisions.containsKey(flow))) {
          arrived++;
        } else {
          decisions.putIfAbsent(flow, flows.packetInFlow());
        }
      }
    }
    arrived += awaited(new byte[0], clients, servers, LITTLE_NANOS) ? 1 : 0;
    return new Passed(frames, arrived, foreign, decisions);
  }

  private static byte[] bytes(Frame frame) {
    byte[] bytes = new byte[frame.capturedLength()];
    frame.buffer().get(frame.offset(), bytes);
    return bytes;
  }

  private boolean arrives(byte[] frame, boolean forth, boolean soon) {
    (forth ? clients : servers).send(frame, frame.length);
    return awaited(
        frame,
        forth ? servers : clients,
        forth ? clients : servers,
        soon ? LITTLE_NANOS : patienceNanos);
  }

  /** Counts what comes beside it on either side. */
  private boolean awaited(byte[] frame, Port here, Port there, long nanos) {
    long deadline = System.nanoTime() + nanos;
    boolean arrived = false;
    while (!arrived && System.nanoTime() < deadline) {
      Optional<byte[]> got = here.receive();
      if (got.isPresent()) {
        arrived = Arrays.equals(got.get(), frame);
        foreign += arrived ? 0 : 1;
      }
      foreign += there.receive().isPresent() ? 1 : 0;
      Thread.onSpinWait();
    }
    return arrived;
  }

  /** Which of some TCP segments with data to these ports arrive. */
  Map<Integer, Boolean> toPorts(int from, int... ports) {
    Map<Integer, Boolean> arrived = new LinkedHashMap<>();
    for (int port : ports) {
      arrived.put(port, arrives(segment(from, port), true, false));
    }
    return arrived;
  }

  /** Whether a frame of so many bytes arrives. */
  boolean frame(int length) {
    return arrives(new byte[length], true, false);
  }

  private static byte[] segment(int from, int to) {
    ByteBuffer frame = ByteBuffer.allocate(14 + 20 + 20 + 10);
    frame.put(new byte[] {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0});
    frame.put((byte) 0x45).put((byte) 0).putShort((short) 50).putInt(0);
    frame.put((byte) 64).put((byte) 6).putShort((short) 0);
    frame.put(new byte[] {10, 0, 0, 1, 10, 0, 0, 2});
    frame.putShort((short) from).putShort((short) to).putInt(1).putInt(1);
    frame.put((byte) 0x50).put((byte) 0x18).putShort((short) 1_000).putInt(0);
    return frame.array();
  }

  @Override
  public void close() {
    clients.close();
    servers.close();
  }
}
