package org.dreyfus.classifier.reference.contentid;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.RightsFeed;

/** Two registered works, and a classifier that was told of them. */
final class Works {

  static final byte[] INFO_HASH = random(20, 3);
  static final byte[] ED2K_HASH = random(16, 4);

  /** Of a kind whose first bytes are known. */
  static final byte[] PICTURE = join(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, random(4_996, 1));

  /** Of a kind whose first bytes are not known. */
  static final byte[] TEXT = random(3_000, 2);

  private Works() {}

  static Classifier classifier() {
    RightsFeed feed = new RightsFeed(List.of(work("image/png", PICTURE), work("text/plain", TEXT)));
    return new ContentIdProvider()
        .open(new Configuration(Map.of(), Optional.empty(), Optional.of(feed)));
  }

  private static RightsFeed.Work work(String mediaType, byte[] file) {
    return new RightsFeed.Work(
        "A Title",
        mediaType,
        file.length,
        sha256(file),
        HexFormat.of().formatHex(INFO_HASH),
        HexFormat.of().formatHex(ED2K_HASH));
  }

  static byte[] random(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[plain.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
