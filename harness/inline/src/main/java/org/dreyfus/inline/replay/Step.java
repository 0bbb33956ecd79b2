package org.dreyfus.inline.replay;

/**
 * One packet of a script.
 *
 * @param flow index of its flow within the script, from 0
 * @param packet number within the flow, from 1
 * @param toServer whether the flow's initiator sends it: then it enters at the client side
 * @param frame Ethernet header, IP packet; checksums right, identification 0
 * @param payloadBytes of transport payload
 * @param gapNanos pause after the packet before it
 * @param fragmentOf number of the datagram of which it is a fragment, from 0; -1 when it is none.
 *     Fragments of one datagram keep one identification
 */
record Step(
    int flow,
    long packet,
    boolean toServer,
    byte[] frame,
    int payloadBytes,
    long gapNanos,
    int fragmentOf) {

  static final int WHOLE = -1;

  boolean isFragment() {
    return fragmentOf != WHOLE;
  }
}
