package org.dreyfus.exchange.pcapml;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.PcapngWriter;

/**
 * Frames that are to be written in another order: their bytes wait in a file, 28 bytes a frame in
 * memory. The file is gone when this is closed.
 */
final class FrameSpool implements AutoCloseable {

  private static final int LARGEST_FRAME = 262_144;

  private final Path file;
  private final FileChannel channel;
  private ByteBuffer bytes = ByteBuffer.allocateDirect(2 * LARGEST_FRAME);
  private int size;
  private long end;
  private long[] offsets = new long[1_024];
  private long[] times = new long[1_024];
  private int[] captured = new int[1_024];
  private int[] wire = new int[1_024];
  private int[] links = new int[1_024];

  /**
   * @param file a new or empty file
   */
  FrameSpool(Path file) throws IOException {
    this.file = file;
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Adds a frame; its index is the number of those before. */
  void add(Frame frame) throws IOException {
    if (size == times.length) {
      grow();
    }
    offsets[size] = end;
    times[size] = frame.timestampNanos();
    captured[size] = frame.capturedLength();
    wire[size] = frame.wireLength();
    links[size] = frame.linkType();
    size++;
    end += frame.capturedLength();
    if (bytes.remaining() < frame.capturedLength()) {
      flush();
    }
    bytes.put(bytes.position(), frame.buffer(), frame.offset(), frame.capturedLength());
    bytes.position(bytes.position() + frame.capturedLength());
  }

  private void grow() {
    int larger = 2 * size;
    offsets = Arrays.copyOf(offsets, larger);
    times = Arrays.copyOf(times, larger);
    captured = Arrays.copyOf(captured, larger);
    wire = Arrays.copyOf(wire, larger);
    links = Arrays.copyOf(links, larger);
  }

  private void flush() throws IOException {
    bytes.flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    bytes.clear();
  }

  int size() {
    return size;
  }

  long timestampNanos(int index) {
    return times[index];
  }

  /** Writes one of the frames; no frame may be added afterwards. */
  void write(int index, PcapngWriter writer, Optional<String> comment) throws IOException {
    if (bytes.position() > 0 && channel.size() < end) {
      flush();
    }
    bytes.clear().limit(captured[index]);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offsets[index] + bytes.position()) < 0) {
        throw new EOFException(file + ": shorter than it was written; free some disk space");
      }
    }
    bytes.clear();
    writer.write(times[index], bytes, 0, captured[index], wire[index], links[index], comment);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
