package org.dreyfus.corpus;

/**
 * One line of {@code flows.jsonl}: a flow of a session's capture and its label.
 *
 * @param flow number of the flow's first frame in the capture, from 1; names the flow within the
 *     session
 * @param timestampNanos capture time of that frame, nanoseconds since 1970-01-01 UTC
 * @param proto {@code "TCP"}, {@code "UDP"}, {@code "ICMP"} ... as IANA spells the IP protocol
 * @param srcIp address of the initiator
 * @param srcPort port of the initiator, 0 when the transport has none
 * @param destIp address of the responder
 * @param destPort port of the responder, 0 when the transport has none
 * @param label what the flow is
 */
public record FlowLabel(
    long flow,
    long timestampNanos,
    String proto,
    String srcIp,
    int srcPort,
    String destIp,
    int destPort,
    Label label) {}
