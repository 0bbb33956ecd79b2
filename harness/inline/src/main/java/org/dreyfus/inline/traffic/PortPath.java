package org.dreyfus.inline.traffic;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.port.Place;
import org.dreyfus.inline.port.Port;

/** Two interfaces. One thread may send and another receive. */
public final class PortPath implements TestPath {

  private final Port clients;
  private final Port servers;

  private PortPath(Port clients, Port servers) {
    this.clients = clients;
    this.servers = servers;
  }

  /**
   * Opens both.
   *
   * @throws org.dreyfus.inline.port.PortException when one cannot be used
   */
  public static PortPath open(Place clients, Place servers) {
    Port first = Port.open(clients);
    try {
      return new PortPath(first, Port.open(servers));
    } catch (RuntimeException e) {
      first.close();
      throw e;
    }
  }

  @Override
  public int largestFrame() {
    return Math.min(clients.mtu(), servers.mtu()) + TestFrame.IP;
  }

  @Override
  public void send(Direction direction, byte[] frame, int length) {
    (direction == Direction.FROM_INITIATOR ? clients : servers).send(frame, length);
  }

  @Override
  public int receive(Direction direction, int limit, Consumer<byte[]> sink) {
    return (direction == Direction.FROM_INITIATOR ? servers : clients).receive(limit, sink);
  }

  @Override
  public long missed() {
    return clients.missed() + servers.missed();
  }

  @Override
  public String name() {
    return clients.place() + " and " + servers.place();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void pause(long nanos) {
    LockSupport.parkNanos(nanos);
  }

  @Override
  public void close() {
    clients.close();
    servers.close();
  }
}
