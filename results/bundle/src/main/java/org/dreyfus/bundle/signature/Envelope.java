package org.dreyfus.bundle.signature;

import java.util.List;

/**
 * A DSSE envelope, version 1.0.2: https://github.com/secure-systems-lab/dsse.
 *
 * @param payload Base64 of what was signed
 * @param payloadType media type of the payload
 * @param signatures at least one
 */
record Envelope(String payload, String payloadType, List<Signed> signatures) {

  /**
   * One signature.
   *
   * @param keyid SHA-256 of the public key's DER encoding, lower-case hex: a hint, nothing more
   * @param sig Base64
   */
  record Signed(String keyid, String sig) {}
}
