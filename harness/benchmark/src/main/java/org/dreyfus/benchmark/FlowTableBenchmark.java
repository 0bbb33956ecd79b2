package org.dreyfus.benchmark;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dreyfus.capture.ArrivedFrame;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowShare;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketGroup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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

  private final Frame[] frames =
      Stream.generate(FlowTableBenchmark::frame).limit(PacketGroup.MOST).toArray(Frame[]::new);
  private final FlowTable table = new FlowTable();
  private final PacketGroup group =
      new PacketGroup(FlowRules.DREYFUS.newDecoder(), FlowShare.ALL, table);
  private long step;

  /** Fills the table. */
  @Setup(Level.Trial)
  public void fill() {
    for (int i = 0; i < flows; i++) {
      turnTo(frames[0], i);
      group.decode(frames, 1);
      table.count(table.add(group.packet(0), i + 1L, i), group.packet(0));
    }
  }

  /** Makes, decodes, finds and counts packets as a pass does, in groups. */
  @Benchmark
  @OperationsPerInvocation(PacketGroup.MOST)
  public long packetOfARandomFlow() {
    for (Frame frame : frames) {
      turnTo(frame, (int) ((mixed(step++) >>> 32) * flows >>> 32));
    }
    group.decode(frames, PacketGroup.MOST);
    long slots = 0;
    for (int i = 0; i < group.size(); i++) {
      int slot = group.find(i);
      table.count(slot, group.packet(i));
      slots += slot;
    }
    return slots;
  }

  private static Frame frame() {
    ByteBuffer bytes = ByteBuffer.allocate(FRAME_BYTES);
    bytes.putLong(0x0200_0000_0002_0200L).putInt(1).putShort((short) 0x0800);
    bytes.putInt(0x4500_002e).putInt(0x0001_0000).putInt(0x4011_0000);
    bytes.putInt(0x0a00_0001).putInt(0xc633_6401).putInt(0x1388_1ae1).putInt(0x001a_0000);
    ArrivedFrame arrived = new ArrivedFrame(FRAME_BYTES);
    arrived.take(bytes.array(), FRAME_BYTES, 0);
    return arrived.frame();
  }

  private static void turnTo(Frame frame, int flow) {
    ByteBuffer bytes = frame.buffer();
    bytes.putInt(CLIENT, 0x0a00_0000 + flow / PORTS);
    bytes.putShort(CLIENT_PORT, (short) (1_024 + flow % PORTS));
  }

  /** SplitMix64, Steele, Lea and Flood 2014. */
  private static long mixed(long counter) {
    long z = (counter + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
