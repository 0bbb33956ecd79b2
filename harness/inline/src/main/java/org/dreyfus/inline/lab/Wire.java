package org.dreyfus.inline.lab;

/** A plain bridge: what any device is measured against. */
public final class Wire implements Device {

  @Override
  public DeviceFacts facts() {
    return new DeviceFacts(
        "wire",
        "Plain wire",
        "Linux " + System.getProperty("os.version"),
        "Dreyfus",
        "A bridge that passes everything: what a device is measured against.",
        false);
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    Bridge.lay(lab);
    return new KernelDevice();
  }
}
