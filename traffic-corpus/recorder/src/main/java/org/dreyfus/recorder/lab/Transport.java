package org.dreyfus.recorder.lab;

/** What flows run over, and what programs of the lab listen on. IANA's protocol numbers. */
public enum Transport {
  TCP(6, "-t"),
  UDP(17, "-u"),
  /** Generic Routing Encapsulation: RFC 2784; it has no ports. */
  GRE(47, "-w"),
  /** Encapsulating Security Payload: RFC 4303; it has no ports. */
  ESP(50, "-w");

  private final int ipProtocol;
  private final String ssOption;

  Transport(int ipProtocol, String ssOption) {
    this.ipProtocol = ipProtocol;
    this.ssOption = ssOption;
  }

  /** The number in the IP header. */
  public int ipProtocol() {
    return ipProtocol;
  }

  /** Whether flows are told apart by addresses alone. */
  public boolean isPortless() {
    return this == GRE || this == ESP;
  }

  String ssOption() {
    return ssOption;
  }
}
