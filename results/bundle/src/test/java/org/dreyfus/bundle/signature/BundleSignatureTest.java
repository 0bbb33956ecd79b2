package org.dreyfus.bundle.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSignatureTest {

  /** RFC 8410, section 10.3. */
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  /** RFC 8410, section 10.1: of the same key. */
  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  private static final String OTHER_PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
      -----END PUBLIC KEY-----
      """;

  @TempDir Path folder;
  private Path bundle;

  @BeforeEach
  void write() throws IOException {
    bundle = Files.createDirectory(folder.resolve("bundle"));
    Files.writeString(bundle.resolve("run.json"), "{}");
    Files.writeString(bundle.resolve("SHA256SUMS"), "");
  }

  @Test
  void whatWasSignedVerifies() throws IOException {
    BundleSignature.sign(bundle, privateKey());
    assertThat(BundleSignature.problems(bundle, key(PUBLIC))).isEmpty();
    assertThat(Files.readString(bundle.resolve(BundleSignature.FILE)))
        .contains(Keys.id(key(PUBLIC)), "application/vnd.in-toto+json");
  }

  @Test
  void thePublicKeyFollowsFromThePrivateOne() throws IOException {
    assertThat(Keys.publicKeyOf(privateKey())).isEqualTo(key(PUBLIC));
  }

  @Test
  void anotherKeyDoesNotVerify() throws IOException {
    BundleSignature.sign(bundle, privateKey());
    assertThat(BundleSignature.problems(bundle, key(OTHER_PUBLIC)))
        .singleElement()
        .asString()
        .contains("was not signed with this key");
  }

  @Test
  void everyChangeIsNamed() throws IOException {
    BundleSignature.sign(bundle, privateKey());
    Files.writeString(bundle.resolve("run.json"), "{ }");
    Files.writeString(bundle.resolve("more.txt"), "");
    Files.delete(bundle.resolve("SHA256SUMS"));
    assertThat(BundleSignature.problems(bundle, key(PUBLIC)))
        .containsExactlyInAnyOrder(
            "run.json: has changed since this was signed",
            "more.txt: was not there when this was signed",
            "SHA256SUMS: was signed but is missing");
  }

  @Test
  void aChangedPayloadOrSignatureDoesNotVerify() throws IOException {
    BundleSignature.sign(bundle, privateKey());
    Path file = bundle.resolve(BundleSignature.FILE);
    String signed = Files.readString(file);
    for (String field : new String[] {"payload", "sig"}) {
      Files.writeString(file, signed.replaceFirst("\"" + field + "\" : \"..", "$0AAAA"));
      assertThat(BundleSignature.problems(bundle, key(PUBLIC))).isNotEmpty();
    }
  }

  @Test
  void whatIsMissingIsSaidWithARemedy() throws IOException {
    assertThatThrownBy(() -> BundleSignature.problems(bundle, key(PUBLIC)))
        .hasMessageContaining("is not signed");
    Path text = Files.writeString(folder.resolve("key.pem"), "no key");
    assertThatThrownBy(() -> Keys.privateKey(text))
        .hasMessageContaining("openssl genpkey -algorithm ed25519");
    assertThatThrownBy(() -> Keys.publicKey(text)).hasMessageContaining("-pubout");
    BundleSignature.sign(bundle, privateKey());
    assertThatThrownBy(() -> BundleSignature.sign(bundle, privateKey()))
        .hasMessageContaining("signed already");
  }

  private PrivateKey privateKey() throws IOException {
    return Keys.privateKey(Files.writeString(folder.resolve("private.pem"), PRIVATE));
  }

  private PublicKey key(String pem) throws IOException {
    return Keys.publicKey(Files.writeString(folder.resolve("public.pem"), pem));
  }
}
