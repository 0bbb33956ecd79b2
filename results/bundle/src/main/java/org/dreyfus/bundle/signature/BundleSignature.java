package org.dreyfus.bundle.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.bundle.BundleException;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.ResultJson;

/** Signs bundles, and checks signatures: {@code signature.dsse.json}. */
public final class BundleSignature {

  /** Within the bundle; the one file that its digests do not list. */
  public static final String FILE = "signature.dsse.json";

  private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  private BundleSignature() {}

  /**
   * Signs a finished bundle.
   *
   * @throws IOException when the bundle cannot be read or is signed already
   */
  public static void sign(Path bundle, PrivateKey key) throws IOException {
    sign(bundle, key, Statement.RESULT_BUNDLE);
  }

  /** Signs all files of a folder that holds a plugin, as {@link #sign(Path, PrivateKey)} does. */
  public static void signSubmission(Path folder, PrivateKey key) throws IOException {
    sign(folder, key, Statement.SUBMISSION);
  }

  private static void sign(Path bundle, PrivateKey key, String predicate) throws IOException {
    PublicKey publicKey = Keys.publicKeyOf(key);
    Path file = bundle.resolve(FILE);
    if (Files.exists(file)) {
      throw new BundleException(file + ": is signed already; remove the file to sign anew");
    }
    byte[] payload =
        ResultJson.json().pretty(statement(bundle, predicate)).getBytes(StandardCharsets.UTF_8);
    byte[] signature;
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(encoded(PAYLOAD_TYPE, payload));
      signature = signer.sign();
    } catch (GeneralSecurityException e) {
      throw new BundleException(bundle + ": cannot be signed with this key", e);
    }
    Base64.Encoder base64 = Base64.getEncoder();
    Envelope envelope =
        new Envelope(
            base64.encodeToString(payload),
            PAYLOAD_TYPE,
            List.of(new Envelope.Signed(Keys.id(publicKey), base64.encodeToString(signature))));
    if (!verifies(envelope, payload, publicKey)) {
      throw new BundleException("this Java makes no working public key of the private key");
    }
    Files.writeString(file, ResultJson.json().pretty(envelope));
  }

  /**
   * What is wrong with a bundle's signature.
   *
   * @return one line each; empty when the holder of the key signed these very files
   * @throws IOException when there is no signature, or it cannot be read
   */
  public static List<String> problems(Path bundle, PublicKey key) throws IOException {
    return problems(bundle, key, Statement.RESULT_BUNDLE);
  }

  /** What is wrong with a submission's signature, as {@link #problems(Path, PublicKey)} says it. */
  public static List<String> problemsOfSubmission(Path folder, PublicKey key) throws IOException {
    return problems(folder, key, Statement.SUBMISSION);
  }

  private static List<String> problems(Path bundle, PublicKey key, String predicate)
      throws IOException {
    Path file = bundle.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new BundleException(bundle + ": is not signed, it has no " + FILE);
    }
    Envelope envelope = ResultJson.json().read(file, Envelope.class);
    byte[] payload = base64(file, envelope.payload());
    if (!envelope.payloadType().equals(PAYLOAD_TYPE)) {
      return List.of(FILE + ": signs a " + envelope.payloadType() + ", not an in-toto statement");
    } else if (!verifies(envelope, payload, key)) {
      return List.of(FILE + ": was not signed with this key (" + Keys.id(key) + ")");
    }
    Statement signed =
        ResultJson.json()
            .parse(new String(payload, StandardCharsets.UTF_8), Statement.class, file.toString());
    return differences(signed, statement(bundle, predicate));
  }

  private static List<String> differences(Statement signed, Statement found) {
    List<String> problems = new ArrayList<>();
    if (!signed.type().equals(found.type())
        || !signed.predicateType().equals(found.predicateType())) {
      problems.add(FILE + ": signs something else");
    }
    Map<String, Map<String, String>> were = subjects(signed);
    Map<String, Map<String, String>> are = subjects(found);
    are.forEach(
        (name, digest) -> {
          if (!were.containsKey(name)) {
            problems.add(name + ": was not there when this was signed");
          } else if (!digest.equals(were.get(name))) {
            problems.add(name + ": has changed since this was signed");
          }
        });
    were.keySet().stream()
        .filter(name -> !are.containsKey(name))
        .forEach(name -> problems.add(name + ": was signed but is missing"));
    return problems;
  }

  private static Map<String, Map<String, String>> subjects(Statement statement) {
    Map<String, Map<String, String>> subjects = new TreeMap<>();
    statement.subject().forEach(subject -> subjects.put(subject.name(), subject.digest()));
    return subjects;
  }

  private static boolean verifies(Envelope envelope, byte[] payload, PublicKey key) {
    for (Envelope.Signed signed : envelope.signatures()) {
      try {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(encoded(envelope.payloadType(), payload));
        if (verifier.verify(Base64.getDecoder().decode(signed.sig()))) {
          return true;
        }
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        continue;
      }
    }
    return false;
  }

  /** DSSE's pre-authentication encoding. */
  private static byte[] encoded(String type, byte[] payload) {
    byte[] head =
        "DSSEv1 %d %s %d "
            .formatted(type.getBytes(StandardCharsets.UTF_8).length, type, payload.length)
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + payload.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(payload, 0, all, head.length, payload.length);
    return all;
  }

  private static Statement statement(Path bundle, String predicate) throws IOException {
    List<Statement.Subject> subjects = new ArrayList<>();
    new TreeMap<>(Digests.of(bundle))
        .forEach(
            (name, digest) -> subjects.add(new Statement.Subject(name, Map.of("sha256", digest))));
    return new Statement(Statement.TYPE, subjects, predicate, Map.of());
  }

  private static byte[] base64(Path file, String text) throws BundleException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BundleException(file + ": field 'payload' is no Base64", e);
    }
  }
}
