package org.dreyfus.recorder.lab;

/** The transports that programs of the lab listen on. */
public enum Transport {
  TCP("-t"),
  UDP("-u");

  private final String ssOption;

  Transport(String ssOption) {
    this.ssOption = ssOption;
  }

  String ssOption() {
    return ssOption;
  }
}
