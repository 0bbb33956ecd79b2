package org.dreyfus.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Flows, packets and bytes by protocol and verdict. Adding a flow makes no objects. */
final class ProtocolTotals {

  private static final int FLOWS = 0;
  private static final int PACKETS = 1;
  private static final int BYTES = 2;

  /** By verdict, then by protocol. */
  private final Map<String, Map<String, long[]>> totals = new HashMap<>();

  void add(String protocol, String verdict, long packets, long bytes) {
    long[] total = total(protocol, verdict);
    total[FLOWS]++;
    total[PACKETS] += packets;
    total[BYTES] += bytes;
  }

  /** Adds those of another capture; safe for many threads, unlike all else. */
  synchronized void add(ProtocolTotals others) {
    others.totals.forEach(
        (verdict, protocols) ->
            protocols.forEach(
                (protocol, counts) -> {
                  long[] total = total(protocol, verdict);
                  for (int i = 0; i < total.length; i++) {
                    total[i] += counts[i];
                  }
                }));
  }

  private long[] total(String protocol, String verdict) {
    return totals
        .computeIfAbsent(verdict, key -> new HashMap<>())
        .computeIfAbsent(protocol, key -> new long[BYTES + 1]);
  }

  /** As a table, in the order of protocols and then of verdicts. */
  String table() {
    Map<String, Object[]> rows = new TreeMap<>();
    totals.forEach(
        (verdict, protocols) ->
            protocols.forEach(
                (protocol, total) ->
                    rows.put(
                        protocol + '\t' + verdict,
                        new Object[] {
                          protocol, verdict, total[FLOWS], total[PACKETS], total[BYTES]
                        })));
    TextTable table = new TextTable("PROTOCOL", "VERDICT", "FLOWS", "PACKETS", "BYTES");
    rows.values().forEach(table::row);
    return table.isEmpty() ? "no flows\n" : table.toString();
  }
}
