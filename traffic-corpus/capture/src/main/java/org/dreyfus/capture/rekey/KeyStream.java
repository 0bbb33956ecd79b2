package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Numbers drawn from a key, a purpose and a subject: the same three always give the same numbers,
 * whatever else was drawn before. SHA-256 in counter mode.
 */
final class KeyStream {

  private final byte[] key;
  private final String purpose;

  KeyStream(byte[] key, String purpose) {
    this.key = key.clone();
    this.purpose = purpose;
  }

  /** The {@code attempt}-th number, 0 to 2^63 - 1, for {@code subject}. */
  long draw(String subject, int attempt) {
    MessageDigest digest = sha256();
    digest.update(key);
    digest.update((purpose + '\0' + subject + '\0' + attempt).getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest.digest()).getLong() & Long.MAX_VALUE;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
