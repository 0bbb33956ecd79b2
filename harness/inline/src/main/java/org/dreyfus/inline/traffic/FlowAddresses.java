package org.dreyfus.inline.traffic;

import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.classifier.Direction;

/**
 * Addresses and ports of test flows, from 198.18.0.0/15, which is set aside for the test of devices
 * (RFC 2544 appendix C): 250 clients speak to one server, which no earlier set of flows used.
 *
 * @param generation number of the server, 0 to 65535
 * @param serverPort of all flows
 */
public record FlowAddresses(int generation, int serverPort) {

  /** Flows in one set. */
  public static final int MAXIMUM_FLOWS = 250 * 50_000;

  /** What {@link #flowOf} says of frames of others. */
  public static final int FOREIGN = -1;

  private static final int CLIENTS = 250;
  private static final int FIRST_PORT = 10_000;
  private static final int CLIENT_NETWORK = 198 << 24 | 18 << 16;
  private static final int SERVER_NETWORK = 198 << 24 | 19 << 16;
  private static final int SOURCE = TestFrame.IP + 12;
  private static final int DESTINATION = TestFrame.IP + 16;
  private static final AtomicInteger GENERATIONS = new AtomicInteger();

  /** Addresses that this process has not used before; after 65,536 they begin again. */
  public static FlowAddresses fresh(int serverPort) {
    return new FlowAddresses(GENERATIONS.incrementAndGet() & 0xffff, serverPort);
  }

  /** Writes addresses and ports of a flow into a frame. */
  public void write(byte[] frame, Direction direction, int flow) {
    boolean toServer = direction == Direction.FROM_INITIATOR;
    int client = CLIENT_NETWORK | flow % CLIENTS + 1;
    Octets.put32(frame, toServer ? SOURCE : DESTINATION, client);
    Octets.put32(frame, toServer ? DESTINATION : SOURCE, SERVER_NETWORK | generation);
    int ports = TestFrame.TRANSPORT;
    Octets.put16(frame, toServer ? ports : ports + 2, FIRST_PORT + flow / CLIENTS);
    Octets.put16(frame, toServer ? ports + 2 : ports, serverPort);
  }

  /** Which flow a frame belongs to; {@link #FOREIGN} when to none of this set. */
  public int flowOf(byte[] frame, Direction direction) {
    boolean toServer = direction == Direction.FROM_INITIATOR;
    int client = Octets.get32(frame, toServer ? SOURCE : DESTINATION) ^ CLIENT_NETWORK;
    int server = Octets.get32(frame, toServer ? DESTINATION : SOURCE) ^ SERVER_NETWORK;
    int ports = TestFrame.TRANSPORT;
    int clientPort = Octets.get16(frame, toServer ? ports : ports + 2) - FIRST_PORT;
    int port = Octets.get16(frame, toServer ? ports + 2 : ports);
    boolean ours = server == generation && port == serverPort && clientPort >= 0;
    return ours && client >= 1 && client <= CLIENTS ? clientPort * CLIENTS + client - 1 : FOREIGN;
  }
}
