package org.dreyfus.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The packet path, one part more with each benchmark. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReaderBenchmark {

  /** Finds every frame; looks at no byte of it. */
  @Benchmark
  public long read(BenchmarkCapture capture) throws IOException {
    Frame frame = new Frame();
    long bytes = 0;
    try (CaptureReader reader = CaptureReader.open(capture.source())) {
      while (reader.next(frame)) {
        bytes += frame.wireLength();
      }
    }
    return bytes;
  }

  /** Finds addresses, ports and payload of every packet. */
  @Benchmark
  public long readAndDecode(BenchmarkCapture capture) throws IOException {
    Frame frame = new Frame();
    PacketDecoder decoder = FlowRules.DREYFUS.newDecoder();
    DecodedPacket packet = new DecodedPacket();
    long bytes = 0;
    try (CaptureReader reader = CaptureReader.open(capture.source())) {
      while (reader.next(frame)) {
        if (decoder.decode(frame, packet)) {
          bytes += packet.payloadLength();
        }
      }
    }
    return bytes;
  }

  /** Finds the flow of every packet and counts it. */
  @Benchmark
  public long readDecodeAndCount(BenchmarkCapture capture) throws IOException {
    Frame frame = new Frame();
    PacketDecoder decoder = FlowRules.DREYFUS.newDecoder();
    DecodedPacket packet = new DecodedPacket();
    FlowTable flows = new FlowTable();
    try (CaptureReader reader = CaptureReader.open(capture.source())) {
      while (reader.next(frame)) {
        if (decoder.decode(frame, packet)) {
          count(flows, frame, packet);
        }
      }
    }
    return flows.size();
  }

  private static void count(FlowTable flows, Frame frame, DecodedPacket packet) {
    int slot = flows.find(packet);
    if (slot < 0) {
      slot = flows.add(packet, frame.number(), frame.timestampNanos());
    }
    flows.count(slot, packet);
  }
}
