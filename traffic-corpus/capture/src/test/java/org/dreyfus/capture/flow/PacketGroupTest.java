package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Stream;
import org.dreyfus.capture.ArrivedFrame;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.LinkType;
import org.dreyfus.capture.bytes.Packets;
import org.junit.jupiter.api.Test;

/** In small tables and in large ones, a group's flows are those that its packets have. */
class PacketGroupTest {

  private static final int FLOWS = FlowTable.LARGE + 50_000;
  private static final int ADDRESS = 14 + 12;
  private static final byte[] IPV4 =
      Packets.ethernet(
          0x0800, Packets.ipv4("10.0.0.1", "192.0.2.1", 17, Packets.udp(9, 53, new byte[4])));

  private final Random random = new Random(1894);
  private final FlowTable flows = new FlowTable();
  private final ArrivedFrame[] arrived =
      Stream.generate(() -> new ArrivedFrame(IPV4.length))
          .limit(PacketGroup.MOST)
          .toArray(ArrivedFrame[]::new);
  private final Frame[] frames = Stream.of(arrived).map(ArrivedFrame::frame).toArray(Frame[]::new);

  private static PacketGroup group(FlowShare share, FlowTable flows) {
    return new PacketGroup(FlowRules.DREYFUS.newDecoder(), share, flows);
  }

  /** Fills a frame with a packet of a flow; what has no number is no packet. */
  private void fill(int frame, int flow) {
    byte[] bytes = IPV4.clone();
    if (flow < 0) {
      bytes[12] = 0x77;
    } else {
      ByteBuffer.wrap(bytes).putInt(ADDRESS, 0x0b00_0000 + flow);
    }
    arrived[frame].take(bytes, bytes.length, frame);
    assertThat(frames[frame].linkType()).isEqualTo(LinkType.ETHERNET);
  }

  @Test
  void everyPacketIsCountedInItsFlow() {
    PacketGroup group = group(FlowShare.ALL, flows);
    int[] slots = new int[FLOWS];
    long[] packets = new long[FLOWS];
    int known = 0;
    while (known < FLOWS) {
      int[] wanted = new int[1 + random.nextInt(PacketGroup.MOST)];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = random.nextInt(Math.min(FLOWS, known + 12) + 1) - 1;
        fill(i, wanted[i]);
      }
      group.decode(frames, wanted.length);
      assertThat(group.ipPackets()).isEqualTo(group.size());
      for (int i = 0; i < group.size(); i++) {
        int flow = wanted[group.frameOf(i)];
        int slot = group.find(i);
        assertThat(slot).isEqualTo(slots[flow] - 1);
        if (slot < 0) {
          slot = flows.add(group.packet(i), known, known);
          slots[flow] = slot + 1;
          known++;
        }
        flows.count(slot, group.packet(i));
        packets[flow]++;
      }
      known += newcomers(group, slots, packets, known);
    }
    for (int flow = 0; flow < FLOWS; flow++) {
      assertThat(flows.packets(slots[flow] - 1)).isEqualTo(packets[flow]);
    }
  }

  /** Enters the first flows that are not known, so that the table grows faster than by chance. */
  private int newcomers(PacketGroup group, int[] slots, long[] packets, int from) {
    int entered = 0;
    for (int flow = from; flow < Math.min(FLOWS, from + 16); flow++) {
      if (slots[flow] == 0) {
        fill(0, flow);
        group.decode(frames, 1);
        assertThat(group.find(0)).isEqualTo(-1);
        int slot = flows.add(group.packet(0), flow, flow);
        slots[flow] = slot + 1;
        flows.count(slot, group.packet(0));
        packets[flow]++;
        entered++;
      }
    }
    return entered;
  }

  @Test
  void whatIsOfAnotherShareIsAPacketAndLeftOut() {
    PacketGroup first = group(new FlowShare(0, 2), flows);
    PacketGroup second = group(new FlowShare(1, 2), flows);
    for (int i = 0; i < PacketGroup.MOST; i++) {
      fill(i, i % 4 == 3 ? -1 : i);
    }
    first.decode(frames, PacketGroup.MOST);
    second.decode(frames, PacketGroup.MOST);
    assertThat(first.ipPackets()).isEqualTo(12).isEqualTo(second.ipPackets());
    assertThat(first.size() + second.size()).isEqualTo(12);
    assertThat(first.size()).isBetween(1, 11);
  }
}
