package org.dreyfus.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The secret of one blinded pass over a corpus. Secrets of sessions and services are drawn from it,
 * so that the order in which sessions are run does not matter.
 */
public final class RunKey {

  private final byte[] secret;

  /**
   * @param seed of the run, recorded with the results
   * @param index 0 for the pass that is reported, 1 and up for those that check witnesses
   */
  public RunKey(long seed, int index) {
    this.secret = sha256(ByteBuffer.allocate(12).putLong(seed).putInt(index).array());
  }

  /** The secret of a session or a service: SHA-256 of the run's secret, the kind and the name. */
  byte[] secretOf(String kind, String name) {
    byte[] subject = (kind + '\0' + name).getBytes(StandardCharsets.UTF_8);
    return sha256(
        ByteBuffer.allocate(secret.length + subject.length).put(secret).put(subject).array());
  }

  /** A number drawn for a session: the first eight bytes of {@link #secretOf}. */
  long drawn(String kind, String name) {
    return ByteBuffer.wrap(secretOf(kind, name)).getLong();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
