package org.dreyfus.benchmark;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.dreyfus.capture.ArrivedFrame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A packet of a flow taken at random from very many that are all alive: next to nothing cached. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class FlowTableBenchmark {

  private static final int FRAME_BYTES = 60;
  private static final int CLIENT = 26;
  private static final int CLIENT_PORT = 34;
  private static final int PORTS = 50_000;

  /** How many flows are in the table. */
  @Param("10000000")
  public int flows;

  private final ArrivedFrame arrived = new ArrivedFrame(FRAME_BYTES);
  private final PacketDecoder decoder = FlowRules.DREYFUS.newDecoder();
  private final DecodedPacket packet = new DecodedPacket();
  private final FlowTable table = new FlowTable();
  private long step;

  /** Fills the table. */
  @Setup(Level.Trial)
  public void fill() {
    ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
    frame.putLong(0x0200_0000_0002_0200L).putInt(1).putShort((short) 0x0800);
    frame.putInt(0x4500_002e).putInt(0x0001_0000).putInt(0x4011_0000);
    frame.putInt(0x0a00_0001).putInt(0xc633_6401).putInt(0x1388_1ae1).putInt(0x001a_0000);
    arrived.take(frame.array(), FRAME_BYTES, 0);
    for (int i = 0; i < flows; i++) {
      turnTo(i);
      table.count(table.add(packet, i + 1L, i), packet);
    }
  }

  /** Makes, decodes, finds and counts one packet. */
  @Benchmark
  public int packetOfARandomFlow() {
    turnTo((int) ((mixed(step++) >>> 32) * flows >>> 32));
    int slot = table.find(packet);
    table.count(slot, packet);
    return slot;
  }

  private void turnTo(int flow) {
    ByteBuffer bytes = arrived.frame().buffer();
    bytes.putInt(CLIENT, 0x0a00_0000 + flow / PORTS);
    bytes.putShort(CLIENT_PORT, (short) (1_024 + flow % PORTS));
    if (!decoder.decode(arrived.frame(), packet)) {
      throw new IllegalStateException("a UDP packet was made");
    }
  }

  /** SplitMix64, Steele, Lea and Flood 2014. */
  private static long mixed(long counter) {
    long z = (counter + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
