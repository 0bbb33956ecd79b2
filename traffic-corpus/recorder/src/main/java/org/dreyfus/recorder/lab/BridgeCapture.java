package org.dreyfus.recorder.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.Namespaces;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapDumper;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.RawPacketListener;

/**
 * A capture on a bridge of another namespace: a thread of its own enters the namespace and opens
 * the device there. Nanosecond time stamps, 2,048 bytes a packet.
 */
public final class BridgeCapture implements AutoCloseable {

  private static final int SNAP_LENGTH = 2048;
  private static final int BUFFER_BYTES = 32 << 20;
  private static final int POLL_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CompletableFuture<PcapHandle> opened = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Path file;

  private BridgeCapture(Path file) {
    this.file = file;
  }

  static BridgeCapture start(String namespace, String device, Path file) {
    BridgeCapture capture = new BridgeCapture(file);
    Thread thread = new Thread(() -> capture.run(namespace, device), "capture-" + namespace);
    thread.setDaemon(true);
    thread.start();
    capture.await(capture.opened);
    return capture;
  }

  private void run(String namespace, String device) {
    try {
      Namespaces.enter(namespace);
      PcapHandle handle =
          new PcapHandle.Builder(device)
              .snaplen(SNAP_LENGTH)
              .promiscuousMode(PromiscuousMode.PROMISCUOUS)
              .timeoutMillis(POLL_MILLIS)
              .immediateMode(true)
              .bufferSize(BUFFER_BYTES)
              .timestampPrecision(PcapHandle.TimestampPrecision.NANO)
              .build();
      try (handle;
          PcapDumper dumper = handle.dumpOpen(file.toString())) {
        opened.complete(handle);
        RawPacketListener keep =
            packet -> {
              try {
                dumper.dumpRaw(packet, handle.getTimestamp());
              } catch (NotOpenException e) {
                throw new LabException("capture closed too early", e);
              }
            };
        handle.loop(-1, keep);
      }
      ended.complete(null);
    } catch (InterruptedException stopped) {
      ended.complete(null);
    } catch (PcapNativeException | NotOpenException | RuntimeException e) {
      opened.completeExceptionally(e);
      ended.completeExceptionally(e);
    }
  }

  /**
   * Ends the capture.
   *
   * @throws LabException when packets were lost
   */
  @Override
  public void close() {
    PcapHandle handle = await(opened);
    try {
      PcapStat statistics = handle.getStats();
      handle.breakLoop();
      await(ended);
      if (statistics.getNumPacketsDropped() > 0) {
        throw new LabException(
            "the capture lost " + statistics.getNumPacketsDropped() + " packets");
      }
    } catch (NotOpenException | PcapNativeException e) {
      throw new LabException("the capture cannot be ended", e);
    }
  }

  private <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new LabException("the capture failed: " + e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new LabException("the capture does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }
}
