package org.dreyfus.recorder.probe;

/** What a probe looks at. Each family is probed by itself, and all together. */
enum Family {
  /** How many packets, and how long: by direction, over the flows that carry the work. */
  SIZES,
  /** How long it took, and the gaps between packets. */
  TIMES,
  /** Flows, flags, ports, time to live, windows. */
  HEADERS,
  /** The octets of the hosts' addresses. */
  ADDRESSES,
  /** Bytes of payloads, names of files among them. */
  PAYLOAD
}
