package org.dreyfus.classifier;

import java.net.InetAddress;

/**
 * The 5-tuple of a flow, seen from its initiator.
 *
 * @param initiator address of the sender of the flow's first packet
 * @param initiatorPort 0 to 65535; 0 for protocols without ports; for ICMP the type and code as
 *     Community ID v1 maps them
 * @param responder the other address
 * @param responderPort as {@code initiatorPort}
 * @param ipProtocol IANA protocol number, 0 to 255
 */
public record FlowKey(
    InetAddress initiator,
    int initiatorPort,
    InetAddress responder,
    int responderPort,
    int ipProtocol) {}
