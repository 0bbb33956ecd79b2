package org.dreyfus.recorder.works;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** A sound: RIFF/WAVE with one channel of 8-bit samples, 8,000 a second. */
final class Wave {

  private static final int HEADER_BYTES = 44;
  private static final int SAMPLES_PER_SECOND = 8_000;
  private static final short PCM = 1;

  private Wave() {}

  static byte[] bytes(int sizeBytes, RandomGenerator random) {
    byte[] samples = new byte[sizeBytes - HEADER_BYTES];
    random.nextBytes(samples);
    ByteBuffer out = ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(sizeBytes - 8).put(ascii("WAVE"));
    out.put(ascii("fmt ")).putInt(16).putShort(PCM).putShort((short) 1);
    out.putInt(SAMPLES_PER_SECOND).putInt(SAMPLES_PER_SECOND).putShort((short) 1);
    out.putShort((short) 8).put(ascii("data")).putInt(samples.length).put(samples);
    return out.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
