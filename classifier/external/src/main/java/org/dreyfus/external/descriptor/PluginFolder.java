package org.dreyfus.external.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dreyfus.external.LaunchException;

/**
 * A frozen copy of a plugin's folder: what is run is what the digest is of, whatever happens to the
 * original. Readable for every user of this machine, so that the plugin can run as another one.
 *
 * @param folder the copy; removed by {@link #close}
 * @param digest SHA-256 over names, execute bits and contents of all files, lower-case hex
 */
public record PluginFolder(Path folder, String digest) implements AutoCloseable {

  /** Of the copies of a process, whose number follows. */
  private static final String PREFIX = "dreyfus-plugin-";

  private static final Pattern COPY = Pattern.compile(PREFIX + "(\\d+)-.*");
  private static final long LARGEST_BYTES = 2L << 30;
  private static final int MOST_FILES = 20_000;

  /**
   * Copies a folder.
   *
   * @throws LaunchException when it holds a link, or more than 2 GiB or 20,000 files
   * @throws IOException when it cannot be read or copied
   */
  public static PluginFolder freeze(Path original) throws LaunchException, IOException {
    Path copy = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    sweep(copy.resolveSibling("."));
    MessageDigest digest = sha256();
    try {
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
      copyAll(original.toRealPath(), copy, digest);
    } catch (IOException | LaunchException | RuntimeException e) {
      remove(copy);
      throw e;
    }
    return new PluginFolder(copy, HexFormat.of().formatHex(digest.digest()));
  }

  /** Removes what processes left behind that were killed. */
  private static void sweep(Path folder) throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(folder)) {
      left = entries.filter(PluginFolder::isOrphan).toList();
    }
    for (Path copy : left) {
      remove(copy);
    }
  }

  private static boolean isOrphan(Path entry) {
    Matcher name = COPY.matcher(String.valueOf(entry.getFileName()));
    return name.matches()
        && Files.isWritable(entry)
        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void copyAll(Path from, Path to, MessageDigest digest)
      throws IOException, LaunchException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.skip(1).limit(MOST_FILES + 1L).sorted().toList();
    }
    long bytes = 0;
    for (Path path : all) {
      if (Files.isSymbolicLink(path)) {
        throw refused(path + ": a plugin's folder may hold no links");
      }
      bytes += Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Files.size(path) : 0;
    }
    if (all.size() > MOST_FILES || bytes > LARGEST_BYTES) {
      throw refused(
          "%s: more than %d files or 2 GiB; give the plugin a folder of its own"
              .formatted(from, MOST_FILES));
    }
    for (Path path : all) {
      copy(path, to.resolve(from.relativize(path).toString()), digest, from.relativize(path));
    }
  }

  private static void copy(Path path, Path to, MessageDigest digest, Path name) throws IOException {
    boolean folder = Files.isDirectory(path);
    boolean executable = folder || Files.isExecutable(path);
    if (folder) {
      Files.createDirectory(to);
    } else {
      digest.update(
          "%s\0%s\0%d\0"
              .formatted(name, executable, Files.size(path))
              .getBytes(StandardCharsets.UTF_8));
      try (InputStream in = Files.newInputStream(path);
          OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
        in.transferTo(out);
      }
    }
    Files.setPosixFilePermissions(
        to, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static LaunchException refused(String message) {
    return LaunchException.plugin(message, new IllegalArgumentException(message));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder)) {
      remove(folder);
    }
  }
}
