package org.dreyfus.cli.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The seed of a published run: it hangs on a nonce that was committed before the submission, so
 * that neither side can choose it (EVIDENCE, Feeds).
 */
final class SeedRule {

  private SeedRule() {}

  /**
   * The first 63 bits of SHA-256 over the four texts, each ended by a line feed.
   *
   * @param corpus digest, lower-case hex
   * @param classifier digest of what is run
   * @param configuration digest of its options and limits
   * @param nonce lower-case hex
   */
  static long seed(String corpus, String classifier, String configuration, String nonce) {
    byte[] digest = sha256(corpus + "\n" + classifier + "\n" + configuration + "\n" + nonce + "\n");
    return ByteBuffer.wrap(digest).getLong() >>> 1;
  }

  /** What is published of a nonce before it is used. */
  static String commitment(String nonce) {
    return HexFormat.of().formatHex(sha256(nonce));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
