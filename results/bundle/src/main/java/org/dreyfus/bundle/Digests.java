package org.dreyfus.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 digests, and the file that lists them as {@code sha256sum} does. */
public final class Digests {

  private Digests() {}

  /** Lower-case hex of the SHA-256 of {@code text} in UTF-8. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Lower-case hex of the SHA-256 of some bytes. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(newDigest().digest(bytes));
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = newDigest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** SHA-256 of every file of a bundle but its signature, by name. */
  public static Map<String, String> of(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : Directories.files(folder)) {
      if (!name(file).equals(BundleFiles.SIGNATURE)) {
        digests.put(name(file), sha256(folder.resolve(file)));
      }
    }
    return digests;
  }

  static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(BundleFiles.DIGESTS), lines(of(folder)));
  }

  /** Digests by name, as {@code sha256sum} lists them. */
  static String lines(Map<String, String> digests) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(digests)
        .forEach((name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
    return lines.toString();
  }

  /**
   * What stands in the file of digests, by name.
   *
   * @throws BundleException when a line is none
   */
  static Map<String, String> listed(Path folder) throws IOException {
    Map<String, String> listed = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve(BundleFiles.DIGESTS))) {
      if (!line.matches("[0-9a-f]{64}  .+")) {
        throw new BundleException(
            folder.resolve(BundleFiles.DIGESTS) + ": not a digest line: " + line);
      }
      listed.put(line.substring(66), line.substring(0, 64));
    }
    return listed;
  }

  /**
   * What differs between the listed digests and the files. Empty when all is well; the scorecard
   * may be missing.
   */
  static List<String> problems(Path folder) throws IOException {
    Map<String, String> listed = new TreeMap<>(listed(folder));
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> file : of(folder).entrySet()) {
      String name = file.getKey();
      if (name.equals(BundleFiles.DIGESTS)) {
        continue;
      }
      String expected = listed.remove(name);
      if (expected == null) {
        problems.add(name + ": not listed in " + BundleFiles.DIGESTS);
      } else if (!expected.equals(file.getValue())) {
        problems.add(name + ": differs from its digest");
      }
    }
    listed.remove(BundleFiles.SCORECARD);
    listed.keySet().forEach(name -> problems.add(name + ": listed but missing"));
    return problems;
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }
}
