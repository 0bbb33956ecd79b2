package org.dreyfus.inline.port;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.Namespaces;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.RawPacketListener;

/**
 * One network interface, opened for whole frames. What it sends itself it does not receive. One
 * thread may send and another receive.
 */
public final class Port implements AutoCloseable {

  private static final int ETHERNET_HEADER_BYTES = 14;
  private static final int SNAP_LENGTH = 2048;
  private static final int RING_BYTES = 128 << 20;
  private static final int POLL_MILLIS = 1;

  private final Place place;
  private final PcapHandle handle;
  private final int mtu;

  private Port(Place place, PcapHandle handle, int mtu) {
    this.place = place;
    this.handle = handle;
    this.mtu = mtu;
  }

  /**
   * Opens an interface.
   *
   * @throws PortException when there is none, it is down, or this process may not
   */
  public static Port open(Place place) {
    FutureTask<Port> opening = new FutureTask<>(() -> openHere(place));
    Thread thread = new Thread(opening, "open-" + place.device());
    thread.start();
    try {
      return opening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortException("interrupted while opening " + place, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PortException ours) {
        throw ours;
      }
      throw new PortException(place + ": cannot be opened: " + e.getCause(), e);
    }
  }

  /** On a thread of its own, since a thread that has entered a namespace stays there. */
  private static Port openHere(Place place) {
    try {
      place.namespace().ifPresent(Namespaces::enter);
    } catch (LabException e) {
      throw new PortException(String.valueOf(e.getMessage()), e);
    }
    InterfaceState state = InterfaceState.of(place);
    try {
      PcapHandle handle = handle(place);
      handle.setBlockingMode(BlockingMode.NONBLOCKING);
      return new Port(place, handle, state.mtu());
    } catch (PcapNativeException | NotOpenException e) {
      throw new PortException(
          "%s: cannot be opened (%s); run as root".formatted(place, e.getMessage()), e);
    }
  }

  private static PcapHandle handle(Place place) throws PcapNativeException {
    return new PcapHandle.Builder(place.device())
        .snaplen(SNAP_LENGTH)
        .promiscuousMode(PromiscuousMode.PROMISCUOUS)
        .timeoutMillis(POLL_MILLIS)
        .immediateMode(true)
        .bufferSize(RING_BYTES)
        .direction(PcapHandle.PcapDirection.IN)
        .timestampPrecision(PcapHandle.TimestampPrecision.NANO)
        .build();
  }

  public Place place() {
    return place;
  }

  /** The most bytes of a packet that it carries, without the Ethernet header. */
  public int mtu() {
    return mtu;
  }

  /**
   * Sees that it carries the largest frame that is to be sent.
   *
   * @param frameBytes with the Ethernet header, without a VLAN tag
   * @throws PortException when its MTU is too small
   */
  public void needRoomFor(int frameBytes) {
    int packetBytes = frameBytes - ETHERNET_HEADER_BYTES;
    if (packetBytes > mtu) {
      throw new PortException(
          "%s: its MTU is %d, and packets of %d bytes are to be sent; raise it: ip link set %s mtu %d"
              .formatted(place, mtu, packetBytes, place.device(), packetBytes));
    }
  }

  /**
   * Sends a frame.
   *
   * @throws PortException when the interface is gone or down
   */
  public void send(byte[] frame, int length) {
    try {
      handle.sendPacket(frame, length);
    } catch (PcapNativeException | NotOpenException e) {
      throw new PortException("%s: cannot send: %s".formatted(place, e.getMessage()), e);
    }
  }

  /** The next frame that has arrived, without waiting; empty when there is none. */
  public Optional<byte[]> receive() {
    try {
      return Optional.ofNullable(handle.getNextRawPacket());
    } catch (NotOpenException e) {
      throw new PortException(place + ": was closed", e);
    }
  }

  /**
   * Hands over frames that have arrived, without waiting. When there are many, it costs a third of
   * the time and of the memory per frame that {@link #receive()} takes.
   *
   * @param limit at most so many
   * @param sink each frame is its own; what it throws is thrown again after the last
   * @return how many there were
   */
  public int receive(int limit, Consumer<byte[]> sink) {
    Optional<byte[]> first = receive();
    if (first.isEmpty()) {
      return 0;
    }
    sink.accept(first.get());
    if (limit == 1) {
      return 1;
    }
    Delivery delivery = new Delivery(sink);
    try {
      handle.dispatch(limit - 1, delivery);
    } catch (PcapNativeException | NotOpenException e) {
      throw new PortException("%s: cannot receive: %s".formatted(place, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortException(place + ": interrupted while receiving", e);
    }
    return 1 + delivery.end();
  }

  /** Native code calls it, and would swallow an exception. */
  private static final class Delivery implements RawPacketListener {
    private final Consumer<byte[]> sink;
    private Optional<RuntimeException> failure = Optional.empty();
    private int count;

    Delivery(Consumer<byte[]> sink) {
      this.sink = sink;
    }

    @Override
    public void gotPacket(byte[] frame) {
      count++;
      try {
        sink.accept(frame);
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      }
    }

    int end() {
      failure.ifPresent(
          e -> {
            throw e;
          });
      return count;
    }
  }

  /**
   * Whether the frame that was received last, or is being handed over, had more bytes than can be
   * taken of one. To be called by the thread that receives.
   */
  public boolean isCut(byte[] frame) {
    return handle.getOriginalLength() > frame.length;
  }

  /**
   * Frames that arrived and were lost, since nobody took them in time.
   *
   * @throws PortException when the interface is gone
   */
  public long missed() {
    try {
      return handle.getStats().getNumPacketsDropped();
    } catch (PcapNativeException | NotOpenException e) {
      throw new PortException(place + ": cannot be asked: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    handle.close();
  }
}
