package org.dreyfus.bundle.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.bundle.BundleException;
import org.dreyfus.bundle.Digests;

/**
 * Ed25519 keys (RFC 8032) in PEM files (RFC 7468), as {@code openssl genpkey -algorithm ed25519}
 * and {@code openssl pkey -pubout} write them.
 */
public final class Keys {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private Keys() {}

  /**
   * @throws IOException when the file holds no Ed25519 private key in PKCS #8; the message says
   *     what to do
   */
  public static PrivateKey privateKey(Path file) throws IOException {
    byte[] der = der(file, "PRIVATE KEY", "openssl genpkey -algorithm ed25519 -out " + file);
    try {
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new BundleException(file + ": no Ed25519 private key", e);
    }
  }

  /**
   * @throws IOException when the file holds no Ed25519 public key
   */
  public static PublicKey publicKey(Path file) throws IOException {
    byte[] der = der(file, "PUBLIC KEY", "openssl pkey -in PRIVATE -pubout -out " + file);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new BundleException(file + ": no Ed25519 public key", e);
    }
  }

  /**
   * The public key that belongs to a private one. The JDK offers no such call, but makes key pairs
   * of the 32 random bytes that it is given: those of the private key.
   */
  static PublicKey publicKeyOf(PrivateKey key) throws BundleException {
    try {
      EdECPrivateKeySpec spec =
          KeyFactory.getInstance("Ed25519").getKeySpec(key, EdECPrivateKeySpec.class);
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
      pairs.initialize(NamedParameterSpec.ED25519, new Given(spec.getBytes()));
      return pairs.generateKeyPair().getPublic();
    } catch (GeneralSecurityException e) {
      throw new BundleException("no public key can be made of this private key", e);
    }
  }

  /** "Random" bytes that were chosen. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }

  /** SHA-256 of a public key's encoding, lower-case hex. */
  public static String id(PublicKey key) {
    return Digests.sha256(key.getEncoded());
  }

  private static byte[] der(Path file, String kind, String remedy) throws IOException {
    Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    while (pem.find()) {
      if (kind.equals(pem.group(1))) {
        return Base64.getMimeDecoder().decode(pem.group(2));
      }
    }
    throw new BundleException(
        "%s: holds no '%s' in PEM; make one with: %s".formatted(file, kind, remedy));
  }
}
