package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.junit.jupiter.api.Test;

/** A capture beyond 4 GiB, made while it is read. */
class LargeCaptureTest {

  private static final int FRAME = 262_144;
  private static final int RECORDS = 17_000;
  private static final long LENGTH = 24 + (16L + FRAME) * RECORDS;

  @Test
  void countsAndPlacesGoBeyond32Bits() {
    List<FlowRecord> flows = new ArrayList<>();
    InspectionListener keep = (flow, answers) -> flows.add(flow);
    PassSummary summary =
        new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), List.of(), keep)
            .run(new Endless());
    assertThat(LENGTH).isGreaterThan(1L << 32);
    assertThat(summary.frames()).isEqualTo(RECORDS);
    assertThat(summary.wireBytes()).isEqualTo((long) FRAME * RECORDS);
    assertThat(summary.damage())
        .hasValueSatisfying(damage -> assertThat(damage.byteOffset()).isEqualTo(LENGTH));
    assertThat(flows)
        .singleElement()
        .satisfies(flow -> assertThat(flow.bytes()).isEqualTo((long) FRAME * RECORDS))
        .satisfies(flow -> assertThat(flow.payloadBytes()).isEqualTo((FRAME - 28L) * RECORDS));
  }

  /** The same record many times, and one that cannot be. */
  private static final class Endless implements CaptureSource {

    private static final byte[] HEADER = PcapBytes.ofLink(LinkType.RAW).toBytes();

    @Override
    public String name() {
      return "large";
    }

    @Override
    public ReadableByteChannel open() {
      byte[] packet = new byte[FRAME];
      byte[] begin =
          Packets.ipv4("10.0.0.1", "10.0.0.2", 17, Packets.udp(1_000, 2_000, new byte[0]));
      System.arraycopy(begin, 0, packet, 0, begin.length);
      packet[2] = 0; // the length that segmentation off-loading leaves: the frame tells
      packet[3] = 0;
      byte[] file = PcapBytes.ofLink(LinkType.RAW).frame(1, packet).toBytes();
      ByteBuffer record =
          ByteBuffer.allocateDirect(file.length - HEADER.length)
              .put(file, HEADER.length, file.length - HEADER.length);
      ByteBuffer last = ByteBuffer.wrap(PcapBytes.ofLink(1).record(0, -1, 0).toBytes());
      return new Repeated(ByteBuffer.wrap(HEADER), record, last.position(HEADER.length));
    }
  }

  /** A beginning, a record again and again, and an end. */
  private static final class Repeated implements ReadableByteChannel {
    private final ByteBuffer record;
    private final ByteBuffer last;
    private ByteBuffer current;
    private int given;

    Repeated(ByteBuffer first, ByteBuffer record, ByteBuffer last) {
      this.current = first;
      this.record = record;
      this.last = last;
    }

    @Override
    public int read(ByteBuffer into) {
      if (!current.hasRemaining() && given <= RECORDS) {
        current = given++ < RECORDS ? record.rewind() : last;
      }
      int bytes = Math.min(current.remaining(), into.remaining());
      into.put(into.position(), current, current.position(), bytes);
      into.position(into.position() + bytes);
      current.position(current.position() + bytes);
      return bytes == 0 && into.hasRemaining() ? -1 : bytes;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
