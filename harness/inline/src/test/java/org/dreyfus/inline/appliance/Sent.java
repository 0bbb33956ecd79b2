package org.dreyfus.inline.appliance;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a box sends. */
public final class Sent implements Wires {

  public final List<byte[]> toClient = new ArrayList<>();
  public final List<byte[]> toServer = new ArrayList<>();

  @Override
  public void send(Side to, byte[] frame) {
    (to == Side.CLIENT ? toClient : toServer).add(frame);
  }
}
