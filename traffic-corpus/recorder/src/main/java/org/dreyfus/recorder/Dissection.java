package org.dreyfus.recorder;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.lab.Shell;

/**
 * What Wireshark's dissectors name in each flow of a capture: an opinion that owes nothing to the
 * labels. Used to confirm labels, never to make them.
 *
 * @param protocols Wireshark's protocol names above the transport, by number of the flow
 */
record Dissection(Map<Long, Set<String>> protocols) {

  /** Layers that say nothing of the application. */
  private static final Set<String> CARRIERS =
      Set.of("eth", "ethertype", "ip", "tcp", "udp", "data", "tcp.segments");

  /**
   * Has tshark read a capture, without the guess that takes one random datagram in two hundred for
   * RTCP.
   *
   * @param flowOfFrame number of the flow that a frame belongs to
   */
  static Dissection of(Path capture, Map<Long, Long> flowOfFrame) {
    String output =
        Shell.run(
            "tshark",
            "-n",
            "--enable-heuristic",
            "bt_utp_udp",
            "--disable-heuristic",
            "rtcp_udp",
            "-r",
            capture.toString(),
            "-T",
            "fields",
            "-e",
            "frame.number",
            "-e",
            "frame.protocols");
    return parse(Arrays.asList(output.split("\n")), flowOfFrame);
  }

  /**
   * @param lines number of a frame, a tabulator, its protocols joined by colons
   */
  static Dissection parse(Collection<String> lines, Map<Long, Long> flowOfFrame) {
    Map<Long, Set<String>> protocols = new HashMap<>();
    for (String line : lines) {
      String[] columns = line.split("\t");
      if (columns.length == 2 && columns[0].chars().allMatch(Character::isDigit)) {
        Long flow = flowOfFrame.get(Long.parseLong(columns[0]));
        if (flow != null) {
          Set<String> names = protocols.computeIfAbsent(flow, number -> new TreeSet<>());
          names.addAll(Arrays.asList(columns[1].split(":")));
          names.removeAll(CARRIERS);
        }
      }
    }
    return new Dissection(protocols);
  }

  /** Names seen in a flow; empty when tshark saw nothing above the transport. */
  Set<String> of(long flow) {
    return protocols.getOrDefault(flow, Set.of());
  }
}
