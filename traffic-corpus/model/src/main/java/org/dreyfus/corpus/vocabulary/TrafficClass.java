package org.dreyfus.corpus.vocabulary;

/** What people mostly use a protocol for: ours, for strata and mixes; nothing is judged by it. */
public enum TrafficClass {
  /** File sharing between equals. */
  PEER_TO_PEER,
  /** Pages, downloads and whatever else goes through HTTP, TLS and QUIC. */
  WEB,
  /** Files between known parties: FTP, SSH, network drives, news servers. */
  FILE_TRANSFER,
  /** Mail, chat, voice, remote control. */
  CONVERSATION,
  /** Live and recorded video and sound. */
  STREAMING,
  /** Private networks, proxies and anonymity networks: what they carry cannot be seen. */
  TUNNEL,
  /** Names, clocks, addresses, management: what networks need to run. */
  INFRASTRUCTURE
}
