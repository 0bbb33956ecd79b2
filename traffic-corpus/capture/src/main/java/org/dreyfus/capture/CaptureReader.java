package org.dreyfus.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;

/**
 * Reads the frames of a capture one after another: pcap (both byte orders, microseconds and
 * nanoseconds) or pcapng, plain, gzip or Zstandard. Used by one thread; allocates nothing per
 * frame.
 */
public final class CaptureReader implements AutoCloseable {

  private static final int MAGIC_LENGTH = 4;

  private final CaptureInput input;
  private final CaptureFormat format;
  private long frames;

  /** Damage that was met behind frames that are read but not given out yet. */
  private Optional<CaptureException> pending = Optional.empty();

  private CaptureReader(CaptureInput input, CaptureFormat format) {
    this.input = input;
    this.format = format;
  }

  /**
   * Opens a capture and reads its header.
   *
   * @throws CaptureException when the source cannot be opened, or is no capture
   */
  public static CaptureReader open(CaptureSource source) throws CaptureException {
    return open(source, false);
  }

  /**
   * The same for a reader that also wants comments. Those that may hold labels must never reach a
   * classifier: nothing on the way of packets to classifiers opens a capture like this.
   *
   * @throws CaptureException as for {@link #open}
   */
  public static CaptureReader openWithComments(CaptureSource source) throws CaptureException {
    return open(source, true);
  }

  /**
   * Whether the source begins as a capture does, compressed or not.
   *
   * @throws CaptureException when it cannot be opened, or not be read that far
   */
  public static boolean isCapture(CaptureSource source) throws CaptureException {
    ByteBuffer magic = ByteBuffer.allocateDirect(MAGIC_LENGTH);
    try (ReadableByteChannel channel = plain(source)) {
      while (magic.hasRemaining() && channel.read(magic) >= 0) {}
    } catch (CaptureException e) {
      throw e;
    } catch (IOException e) {
      throw new CaptureException(source.name(), magic.position(), Problem.unreadable(e), e);
    }
    return !magic.hasRemaining()
        && (PcapFormat.begins(magic.getInt(0)) || PcapngFormat.begins(magic.getInt(0)));
  }

  private static CaptureReader open(CaptureSource source, boolean comments)
      throws CaptureException {
    CaptureInput input = new CaptureInput(source.name(), plain(source));
    try {
      return new CaptureReader(input, formatOf(input, comments));
    } catch (CaptureException e) {
      closeAfter(e, input);
      throw e;
    }
  }

  private static ReadableByteChannel plain(CaptureSource source) throws CaptureException {
    ReadableByteChannel raw;
    try {
      raw = source.open();
    } catch (IOException e) {
      throw new CaptureException(source.name(), 0, Problem.unopenable(e), e);
    }
    try {
      return Compression.takenOff(raw);
    } catch (IOException e) {
      CaptureException failure = new CaptureException(source.name(), 0, Problem.unreadable(e), e);
      closeAfter(failure, raw);
      throw failure;
    }
  }

  private static CaptureFormat formatOf(CaptureInput input, boolean comments)
      throws CaptureException {
    if (!input.require(MAGIC_LENGTH)) {
      throw new CaptureException(
          input.name(),
          0,
          input.available() == 0
              ? Problem.EMPTY
              : Problem.cutShort("file header", PcapFormat.HEADER_LENGTH, input.available()));
    }
    int magic = input.buffer().getInt(input.at());
    if (PcapFormat.begins(magic)) {
      return PcapFormat.open(input);
    }
    if (PcapngFormat.begins(magic)) {
      return new PcapngFormat(input, comments);
    }
    throw new CaptureException(
        input.name(),
        0,
        "not a pcap or pcapng file (it begins with 0x%08x); convert it with editcap -F pcapng"
            .formatted(magic));
  }

  private static void closeAfter(Exception failure, AutoCloseable opened) {
    try {
      opened.close();
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Reads the next frame.
   *
   * @param frame takes it; its bytes are valid until the next call
   * @return false when the capture has ended where it should
   * @throws CaptureException when the capture is damaged here. Every frame before was read; reading
   *     on is not possible
   */
  public boolean next(Frame frame) throws CaptureException {
    if (!format.next(frame, frames + 1)) {
      return false;
    }
    frames++;
    return true;
  }

  /**
   * Reads the next frame, and those after it that need no more reading: nothing is waited for that
   * was not waited for by {@link #next(Frame)}.
   *
   * @param group takes them; their bytes are valid until the next call
   * @return how many; 0 when the capture has ended where it should
   * @throws CaptureException as for {@link #next(Frame)}; when the damage is behind other frames of
   *     the group, the call after the one that reads them throws it
   */
  public int next(Frame[] group) throws CaptureException {
    if (pending.isPresent()) {
      throw pending.get();
    }
    if (!next(group[0])) {
      return 0;
    }
    int count = 1;
    try {
      while (count < group.length && format.nextAtHand(group[count], frames + 1)) {
        frames++;
        count++;
      }
    } catch (CaptureException e) {
      pending = Optional.of(e);
    }
    return count;
  }

  /** Frames read so far. */
  public long frames() {
    return frames;
  }

  /**
   * Comments of the last frame, in their order; always empty for pcap, and unless the reader was
   * {@linkplain #openWithComments opened for them}.
   */
  public List<String> comments() {
    return format.comments();
  }

  /** Comments of all sections begun so far, under the same conditions. */
  public List<String> sectionComments() {
    return format.sectionComments();
  }

  /**
   * How many frames so far had their time written as seconds and microseconds where pcapng wants
   * one count, and were given the time that was meant.
   */
  public long repairedTimes() {
    return format.repairedTimes();
  }

  @Override
  public void close() throws CaptureException {
    input.close();
  }
}
