package org.dreyfus.tck.traffic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.LinkType;

/**
 * A made-up capture: the ordinary frames, with others put between them.
 *
 * @param source its bytes
 * @param ordinary for each ordinary frame in order, its number among all frames, from 1
 */
public record MadeCapture(CaptureSource source, List<Long> ordinary) {

  private static final long START_NANOS = 1_700_000_000_000_000_000L;
  private static final long STEP_NANOS = 1_000_000L;

  public MadeCapture {
    ordinary = List.copyOf(ordinary);
  }

  /**
   * Puts the others between the ordinary ones, evenly spread by chance.
   *
   * @param name for messages
   */
  static MadeCapture of(String name, List<MadeFrame> ordinary, List<MadeFrame> others, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MadeFrame> all = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    int ordinaryLeft = ordinary.size();
    int othersLeft = others.size();
    while (ordinaryLeft + othersLeft > 0) {
      if (random.nextInt(ordinaryLeft + othersLeft) < ordinaryLeft) {
        all.add(ordinary.get(ordinary.size() - ordinaryLeft--));
        numbers.add((long) all.size());
      } else {
        all.add(others.get(others.size() - othersLeft--));
      }
    }
    return new MadeCapture(CaptureSource.bytes(name, bytes(all)), numbers);
  }

  static byte[] bytes(List<MadeFrame> frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.to(Channels.newChannel(bytes), LinkType.ETHERNET)) {
      long time = START_NANOS;
      for (MadeFrame frame : frames) {
        ByteBuffer buffer = ByteBuffer.wrap(frame.bytes());
        writer.write(time, buffer, 0, frame.bytes().length, frame.wireLength());
        time += STEP_NANOS;
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory takes all bytes", e);
    }
    return bytes.toByteArray();
  }

  /** The number that the ordinary frame of that position, from 1, has in this capture. */
  public long numberOf(long position) {
    return ordinary.get((int) position - 1);
  }
}
