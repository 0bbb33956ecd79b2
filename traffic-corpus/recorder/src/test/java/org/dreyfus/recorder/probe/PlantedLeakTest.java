package org.dreyfus.recorder.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Pair;
import org.junit.jupiter.api.Test;

/**
 * The committed corpus, with something small done to every unlicensed member: the probe that finds
 * nothing in the corpus as it is must find that.
 */
final class PlantedLeakTest {

  private static final int DRAWS = 999;
  private static final int ETHERNET_BYTES = 14;
  private static final int TCP = 6;

  @Test
  void oneByteLessInEveryDataPacket() throws IOException {
    assertFound(
        frame -> {
          int ip = frame.offset() + ETHERNET_BYTES;
          int length = frame.buffer().getShort(ip + 2);
          if (isTcp(frame.buffer(), ip) && length > 60) {
            frame.buffer().putShort(ip + 2, (short) (length - 1));
          }
        });
  }

  @Test
  void aTimeToLiveOneHopShorter() throws IOException {
    assertFound(
        frame -> {
          int at = frame.offset() + ETHERNET_BYTES + 8;
          frame.buffer().put(at, (byte) (frame.buffer().get(at) - 1));
        });
  }

  @Test
  void aWindowScaleOfAnotherSystem() throws IOException {
    assertFound(
        frame -> {
          int ip = frame.offset() + ETHERNET_BYTES;
          ByteBuffer buffer = frame.buffer();
          boolean syn = isTcp(buffer, ip) && (buffer.get(ip + 20 + 13) & 2) != 0;
          int last = ip + 20 + 39;
          if (syn && (buffer.get(ip + 20 + 12) >> 4 & 15) == 10 && buffer.get(last - 2) == 3) {
            buffer.put(last, (byte) (buffer.get(last) + 1));
          }
        });
  }

  @Test
  void sessionsThatTakeHalfAsLongAgain() throws IOException {
    assertFound(
        new FrameRewriter() {
          private long start;

          @Override
          public void rewrite(Frame frame) {
            start = frame.number() == 1 ? frame.timestampNanos() : start;
            frame.timestampNanos(frame.timestampNanos() + (frame.timestampNanos() - start) / 2);
          }
        });
  }

  private static boolean isTcp(ByteBuffer buffer, int ip) {
    return buffer.get(ip) == 0x45 && buffer.get(ip + 9) == TCP;
  }

  private static void assertFound(FrameRewriter leak) throws IOException {
    Corpus corpus = Corpus.open(Path.of("..", "corpora", "default"));
    List<Twins> all = Twins.of(corpus, leak);
    for (Pair.Type type : Pair.Type.values()) {
      List<Twins> pairs = all.stream().filter(twins -> twins.pair().type() == type).toList();
      ProbeResult result = NullProbe.of(pairs, DRAWS);
      assertThat(result.isFailed()).as("%s: %s", type, result.sentence()).isTrue();
    }
  }
}
