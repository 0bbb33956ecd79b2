package org.dreyfus.inline.lab;

/** Something that can be put between two cables. */
public interface Device {

  /** What it is. */
  DeviceFacts facts();

  /**
   * Puts it between {@link DeviceLab#CLIENT_SIDE} and {@link DeviceLab#SERVER_SIDE}, and returns
   * when traffic can flow.
   *
   * @throws DeviceException when it cannot be started; the message says what to do
   */
  RunningDevice start(DeviceLab lab);
}
