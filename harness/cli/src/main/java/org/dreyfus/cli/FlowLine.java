package org.dreyfus.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.dreyfus.capture.inspect.EndedFlow;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.report.text.Csv;

/**
 * One flow as {@code classify} prints it, with the field names of Suricata's EVE.
 *
 * @param srcIp of the initiator
 * @param srcPort of the initiator
 * @param destIp of the responder
 * @param destPort of the responder
 * @param proto TCP, UDP, ICMP, or the IANA number
 * @param packets both directions
 * @param bytes of IP packets, both directions
 * @param protocol as the classifier spells it
 * @param verdict block, allow, identified, undecided or crashed
 * @param decidedAtPacket within the flow, from 1; packets + 1 at its end; 0 never
 */
record FlowLine(
    @JsonProperty("src_ip") String srcIp,
    @JsonProperty("src_port") int srcPort,
    @JsonProperty("dest_ip") String destIp,
    @JsonProperty("dest_port") int destPort,
    String proto,
    long packets,
    long bytes,
    String protocol,
    String verdict,
    @JsonProperty("decided_at_packet") long decidedAtPacket) {

  static FlowLine of(EndedFlow flow) {
    FlowKey key = flow.key();
    return new FlowLine(
        key.initiator().getHostAddress(),
        key.initiatorPort(),
        key.responder().getHostAddress(),
        key.responderPort(),
        proto(key.ipProtocol()),
        flow.packets(),
        flow.bytes(),
        protocol(flow),
        verdict(flow),
        flow.decidedAtPacket(0));
  }

  static String csvHeader() {
    return Csv.line(
        List.of(
            "src_ip",
            "src_port",
            "dest_ip",
            "dest_port",
            "proto",
            "packets",
            "bytes",
            "protocol",
            "verdict",
            "decided_at_packet"));
  }

  String csv() {
    return Csv.line(
        List.of(
            srcIp,
            srcPort,
            destIp,
            destPort,
            proto,
            packets,
            bytes,
            protocol,
            verdict,
            decidedAtPacket));
  }

  private static String proto(int number) {
    return switch (number) {
      case 1 -> "ICMP";
      case 6 -> "TCP";
      case 17 -> "UDP";
      case 50 -> "ESP";
      case 58 -> "ICMPv6";
      case 132 -> "SCTP";
      default -> Integer.toString(number);
    };
  }

  /** As the classifier spells it. */
  static String protocol(EndedFlow flow) {
    Verdict verdict = flow.verdict(0);
    if (verdict instanceof Verdict.Identified identified) {
      return identified.protocol();
    } else if (verdict instanceof Verdict.Blocked blocked) {
      return blocked.protocol();
    } else if (verdict instanceof Verdict.Allowed allowed) {
      return allowed.protocol();
    }
    return Verdict.UNKNOWN_PROTOCOL;
  }

  /** Block, allow, identified, undecided or crashed. */
  static String verdict(EndedFlow flow) {
    if (flow.crash(0).isPresent()) {
      return "crashed";
    }
    Verdict verdict = flow.verdict(0);
    if (verdict instanceof Verdict.Identified) {
      return "identified";
    } else if (verdict instanceof Verdict.Blocked) {
      return "block";
    }
    return verdict instanceof Verdict.Allowed ? "allow" : "undecided";
  }
}
