package org.dreyfus.corpus.vocabulary;

/** Whose names they are. */
public enum Naming {
  /** Protocols as ndpiReader lists them. */
  NDPI,
  /** Service names of the port registry; protocol names for what lies directly on IP. */
  IANA,
  /** Application layers of Suricata's {@code app_proto}. */
  SURICATA,
  /** Filter names of Wireshark's dissectors. */
  WIRESHARK
}
