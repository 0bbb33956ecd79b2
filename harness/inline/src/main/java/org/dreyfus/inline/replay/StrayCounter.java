package org.dreyfus.inline.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dreyfus.scoring.inline.InlineRun.Strays;

/** Counts packets that belong to no flow of any session. */
final class StrayCounter {

  private static final int SHOWN = 10;
  private static final int RESET = 0x04;
  private static final int SYN = 0x02;
  private static final int SYN_ACK = 0x12;

  private final Map<String, Long> toHost = new HashMap<>();
  private final Map<String, Long> thisSecond = new HashMap<>();
  private long second = Long.MIN_VALUE;
  private long packets;
  private long toThirdParties;
  private long resets;
  private long syns;
  private long mostPerSecond;

  /** Something that is no IP packet. */
  void notIp() {
    packets++;
  }

  /**
   * @param takesPart whether the address that it goes to belongs to a session
   */
  void count(byte[] frame, boolean takesPart, long nanos) {
    packets++;
    int transport = IpPacket.transportAt(frame);
    if (IpPacket.protocol(frame) == IpPacket.TCP && transport + 14 <= frame.length) {
      int flags = frame[transport + 13];
      resets += (flags & RESET) != 0 ? 1 : 0;
      syns += (flags & SYN_ACK) == SYN ? 1 : 0;
    }
    String host = Tuple.destination(frame);
    if (!takesPart) {
      toThirdParties++;
    }
    toHost.merge(host, 1L, Long::sum);
    long now = TimeUnit.NANOSECONDS.toSeconds(nanos);
    if (now != second) {
      second = now;
      thisSecond.clear();
    }
    mostPerSecond = Math.max(mostPerSecond, thisSecond.merge(host, 1L, Long::sum));
  }

  Strays total(double seconds) {
    Map<String, Long> top = new LinkedHashMap<>();
    toHost.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
    return new Strays(
        packets,
        toThirdParties,
        resets,
        syns,
        seconds > 0 ? packets / seconds : 0,
        mostPerSecond,
        top.values().stream().mapToLong(Long::longValue).max().orElse(0),
        top);
  }
}
