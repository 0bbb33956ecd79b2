package org.dreyfus.scoring.inline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code inline.json}: how a device was measured on the wire, and what it did beside blocking.
 *
 * @param schemaVersion of this file: 1
 * @param device how it was started, in words, or the two interfaces it was plugged into
 * @param replays of every session, each with fresh addresses
 * @param sessionsAtOnce how many sessions were on the wire side by side
 * @param gapCapMicros longest pause between two packets of a session, microseconds
 * @param resends how often a packet that did not arrive was sent again
 * @param before calibration before the replays
 * @param after calibration after the replays
 * @param totals of all replays, controls not counted
 * @param packetsPerSecond offered by the replays
 * @param seconds that the replays took
 * @param changes how many packets arrived with a changed field, by name of the field: {@code
 *     ip.ttl}, {@code tcp.seq}, {@code payload}
 * @param strays packets that belong to no flow of any session
 * @param notReplayed frames that cannot be replayed, by reason: {@code "no IP"}
 * @param failures what happened when the device failed; empty when that was not tried
 * @param load what it can carry; absent when that was not tried
 */
public record InlineRun(
    int schemaVersion,
    String device,
    int replays,
    int sessionsAtOnce,
    long gapCapMicros,
    int resends,
    Calibration before,
    Calibration after,
    FlowReplay.Packets totals,
    double packetsPerSecond,
    double seconds,
    Map<String, Long> changes,
    Strays strays,
    Map<String, Long> notReplayed,
    List<FailureBehaviour> failures,
    Optional<LoadReport> load) {

  /** The version of {@code inline.json} that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  public InlineRun {
    changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    notReplayed = Collections.unmodifiableMap(new TreeMap<>(notReplayed));
    failures = List.copyOf(failures);
  }

  /** The same with what was found out afterwards. */
  public InlineRun with(List<FailureBehaviour> tried, Optional<LoadReport> carried) {
    return new InlineRun(
        schemaVersion,
        device,
        replays,
        sessionsAtOnce,
        gapCapMicros,
        resends,
        before,
        after,
        totals,
        packetsPerSecond,
        seconds,
        changes,
        strays,
        notReplayed,
        tried,
        carried);
  }

  /**
   * Harmless traffic through the device: what the path loses and how long it takes.
   *
   * @param flows of harmless traffic
   * @param flowsBlocked of these, how many did not get through: the device blocks even them
   * @param packets sent once in flows that got through
   * @param lost of these, how many did not arrive at the first try
   * @param medianMicros one-way time, microseconds
   * @param p99Micros the time that 99 of 100 packets stay below
   * @param maxMicros the longest time
   * @param missedByTester packets that arrived and the tester itself lost; must be 0
   */
  public record Calibration(
      int flows,
      int flowsBlocked,
      long packets,
      long lost,
      double medianMicros,
      double p99Micros,
      double maxMicros,
      long missedByTester) {

    /** Share of packets that the path loses. */
    public double lossRate() {
      return packets == 0 ? 0 : (double) lost / packets;
    }
  }

  /**
   * Packets that the device sent of its own accord, to nobody who takes part in a session.
   *
   * @param packets how many
   * @param toThirdParties of these, to addresses that no session uses
   * @param resets of these, TCP resets
   * @param syns of these, TCP connection attempts
   * @param perSecond over the time of the replays
   * @param mostToOneHostPerSecond the largest number that went to one address within one second
   * @param mostToOneHost the largest number that went to one address
   * @param topHosts the addresses that got most, at most ten, with the number of packets
   */
  public record Strays(
      long packets,
      long toThirdParties,
      long resets,
      long syns,
      double perSecond,
      long mostToOneHostPerSecond,
      long mostToOneHost,
      Map<String, Long> topHosts) {

    public Strays {
      topHosts = Collections.unmodifiableMap(new TreeMap<>(topHosts));
    }
  }
}
