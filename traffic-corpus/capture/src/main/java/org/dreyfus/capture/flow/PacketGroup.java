package org.dreyfus.capture.flow;

import java.util.stream.Stream;
import org.dreyfus.capture.Frame;

/**
 * Some frames in a row, decoded before the flow of the first is looked up, since a large flow table
 * answers many questions in little more time than one. Reused for every group.
 */
public final class PacketGroup {

  /** Frames of a group at most: more are no faster, and must all stay in the smallest cache. */
  public static final int MOST = 16;

  private final PacketDecoder decoder;
  private final FlowShare share;
  private final FlowTable flows;
  private final DecodedPacket[] packets =
      Stream.generate(DecodedPacket::new).limit(MOST).toArray(DecodedPacket[]::new);

  /** Which of the frames each packet lies in. */
  private final int[] frameOf = new int[MOST];

  private int size;
  private int ipPackets;

  /**
   * @param share packets of all other flows are left out
   */
  public PacketGroup(PacketDecoder decoder, FlowShare share, FlowTable flows) {
    this.decoder = decoder;
    this.share = share;
    this.flows = flows;
  }

  /**
   * Decodes frames, in their order.
   *
   * @param count of the first frames; at most {@link #MOST}
   */
  public void decode(Frame[] frames, int count) {
    size = 0;
    ipPackets = 0;
    for (int i = 0; i < count; i++) {
      DecodedPacket packet = packets[size];
      if (decoder.decode(frames[i], packet)) {
        ipPackets++;
        if (share.has(packet)) {
          frameOf[size++] = i;
        }
      }
    }
    flows.approach(packets, size);
  }

  /** How many packets the share has of those frames. */
  public int size() {
    return size;
  }

  /** In how many of those frames the decoder found packets, of whatever share. */
  public int ipPackets() {
    return ipPackets;
  }

  /**
   * One of the packets.
   *
   * @param index from 0
   */
  public DecodedPacket packet(int index) {
    return packets[index];
  }

  /** Which of the frames a packet lies in, from 0. */
  public int frameOf(int index) {
    return frameOf[index];
  }

  /** The slot of a packet's flow as the table is now, or -1. */
  public int find(int index) {
    return flows.foundOrFind(packets[index]);
  }
}
