package org.dreyfus.capture.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.StoredFrames;
import org.junit.jupiter.api.Test;

class RekeyerAllocationTest {

  private static final int FRAMES = 200_000;

  @Test
  void aFrameOfTcpCostsNoMemory() throws Exception {
    KeyedHost client = host("client", "10.101.102.103", Set.of());
    KeyedHost server = host("server", "10.104.105.106", Set.of(8080));
    Rekeyer rekeyer =
        new Rekeyer(new byte[] {1}, Map.of(), List.of(client, server), List.of(), 1_000);
    StoredFrames stored = stored(client, server);
    Frame frame = new Frame();
    ByteBuffer scratch = StoredFrames.scratch();
    rewrite(FRAMES, rekeyer, stored, frame, scratch);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    rewrite(FRAMES, rekeyer, stored, frame, scratch);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(frame.buffer().get(26 + 1)).as("the address was rewritten").isNotEqualTo((byte) 101);
    assertThat(allocated).as("bytes for %d frames", FRAMES).isLessThan(FRAMES / 10);
  }

  private static void rewrite(
      int frames, Rekeyer rekeyer, StoredFrames stored, Frame frame, ByteBuffer scratch) {
    for (int i = 0; i < frames; i++) {
      stored.load(0, frame, scratch);
      rekeyer.rewrite(frame);
    }
  }

  private static StoredFrames stored(KeyedHost client, KeyedHost server) throws CaptureException {
    ByteBuffer pcap = ByteBuffer.allocate(24 + 16 + 54);
    pcap.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    pcap.putLong(0).putInt(65_535).putInt(1);
    pcap.putInt(0).putInt(1).putInt(54).putInt(54);
    pcap.putInt(0x0200_0000).putInt(0x0001_0200).putInt(0x0000_0002).putShort((short) 0x0800);
    pcap.putInt(0x4500_0028).putInt(0).putInt(0x4006_0000);
    pcap.put(client.address().getAddress()).put(server.address().getAddress());
    pcap.putShort((short) 40_000).putShort((short) 8080).putLong(0).putInt(0x5010_0000).putInt(0);
    return StoredFrames.of(CaptureSource.bytes("one frame", pcap.array()));
  }

  private static KeyedHost host(String name, String address, Set<Integer> ports) throws Exception {
    return new KeyedHost(name, InetAddress.getByName(address), ports);
  }
}
