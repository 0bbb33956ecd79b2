package org.dreyfus.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Verdict;

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

  static FlowLine of(FlowRecord flow, Answer answer) {
    FlowKey key = flow.key();
    return new FlowLine(
        key.initiator().getHostAddress(),
        key.initiatorPort(),
        key.responder().getHostAddress(),
        key.responderPort(),
        proto(key.ipProtocol()),
        flow.packets(),
        flow.bytes(),
        protocol(answer.verdict()),
        answer.crash().isPresent() ? "crashed" : kind(answer.verdict()),
        answer.decidedAtPacket());
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

  private static String protocol(Verdict verdict) {
    if (verdict instanceof Verdict.Identified identified) {
      return identified.protocol();
    } else if (verdict instanceof Verdict.Blocked blocked) {
      return blocked.protocol();
    } else if (verdict instanceof Verdict.Allowed allowed) {
      return allowed.protocol();
    }
    return Verdict.UNKNOWN_PROTOCOL;
  }

  private static String kind(Verdict verdict) {
    if (verdict instanceof Verdict.Identified) {
      return "identified";
    } else if (verdict instanceof Verdict.Blocked) {
      return "block";
    }
    return verdict instanceof Verdict.Allowed ? "allow" : "undecided";
  }
}
