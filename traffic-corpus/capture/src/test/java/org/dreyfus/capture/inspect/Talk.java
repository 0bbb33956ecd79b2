package org.dreyfus.capture.inspect;

import static org.dreyfus.capture.bytes.Packets.ipv4;
import static org.dreyfus.capture.bytes.Packets.tcp;
import static org.dreyfus.capture.bytes.Packets.text;

import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.LinkType;
import org.dreyfus.capture.bytes.PcapBytes;

/** A capture of TCP talk between two hosts, told packet by packet. */
final class Talk {

  static final String CLIENT = "10.0.0.9";
  static final String SERVER = "10.0.0.1";

  private final PcapBytes file = PcapBytes.ofLink(LinkType.RAW);
  private long timestampNanos = 1_000;

  Talk client(int port, int flags, int payload) {
    return frame(ipv4(CLIENT, SERVER, 6, tcp(port, 80, flags, text(payload))));
  }

  Talk server(int port, int flags, int payload) {
    return frame(ipv4(SERVER, CLIENT, 6, tcp(80, port, flags, text(payload))));
  }

  Talk frame(byte[] bytes) {
    file.frame(timestampNanos++, bytes);
    return this;
  }

  Talk damage() {
    file.record(0, -1, 0);
    return this;
  }

  CaptureSource source() {
    return CaptureSource.bytes("talk", file.toBytes());
  }
}
