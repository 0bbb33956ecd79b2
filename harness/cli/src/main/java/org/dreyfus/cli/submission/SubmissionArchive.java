package org.dreyfus.cli.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dreyfus.bundle.BundleException;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.bundle.signature.BundleSignature;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.descriptor.PluginFile;
import org.dreyfus.external.descriptor.PluginFileReader;
import org.dreyfus.external.descriptor.PluginFolder;

/**
 * A plugin's folder as one zip file, with the digest of each file and, where the vendor wants, a
 * signature over them. The same folder gives the same bytes.
 */
public final class SubmissionArchive {

  static final String CONTENTS = "SUBMISSION.json";
  private static final String DESCRIPTOR = "plugin.json";
  private static final int EXECUTABLE = 0100755;
  private static final int PLAIN = 0100644;
  private static final long LARGEST_BYTES = 2L << 30;
  private static final int MOST_FILES = 20_000;

  private SubmissionArchive() {}

  /**
   * What is in an archive.
   *
   * @param schemaVersion 1
   * @param id of the plugin
   * @param version of the plugin
   * @param digest of its folder
   * @param files SHA-256 of each, by name
   */
  public record Contents(
      int schemaVersion, String id, String version, String digest, Map<String, String> files) {
    static final int SCHEMA_VERSION = 1;

    public Contents {
      files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
  }

  /**
   * Packs a folder with a plugin.json. What it names must be there and be readable.
   *
   * @param key signs the archive, when there is one
   * @throws LaunchException when the plugin.json, or what it names, cannot be used
   * @throws IOException when a claim or policy file cannot be used, or the archive not written
   */
  public static Contents pack(Path folder, Path archive, Optional<PrivateKey> key)
      throws LaunchException, IOException {
    PluginFile plugin = PluginFileReader.read(folder.resolve(DESCRIPTOR));
    try (PluginFolder frozen = PluginFolder.freeze(folder)) {
      Path copy = frozen.folder();
      check(plugin, copy);
      Contents contents =
          new Contents(
              Contents.SCHEMA_VERSION,
              plugin.classifier().id(),
              plugin.classifier().version(),
              frozen.digest(),
              Digests.of(copy));
      Files.writeString(copy.resolve(CONTENTS), ResultJson.json().pretty(contents));
      if (key.isPresent()) {
        BundleSignature.signSubmission(copy, key.get());
      }
      write(copy, archive);
      return contents;
    }
  }

  private static void check(PluginFile plugin, Path folder) throws LaunchException, IOException {
    for (String reserved : List.of(CONTENTS, BundleSignature.FILE)) {
      if (Files.exists(folder.resolve(reserved))) {
        throw new BundleException(reserved + ": that name is the archive's own; rename the file");
      }
    }
    for (String claims : plugin.claims()) {
      InputFiles.claims(folder.resolve(claims));
    }
    for (String policy : plugin.policies()) {
      InputFiles.policy(folder.resolve(policy));
    }
    if (plugin.run() instanceof PluginFile.Java java
        && !Files.isRegularFile(folder.resolve(java.jar()))) {
      throw new BundleException(java.jar() + ": no such file; build the plugin first");
    }
  }

  private static void write(Path folder, Path archive) throws IOException {
    Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
    try (OutputStream out = Files.newOutputStream(unfinished);
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (String name : new TreeMap<>(Digests.of(folder)).keySet()) {
        add(zip, folder, name);
      }
      if (Files.exists(folder.resolve(BundleSignature.FILE))) {
        add(zip, folder, BundleSignature.FILE);
      }
    }
    Files.move(unfinished, archive);
  }

  private static void add(ZipArchiveOutputStream zip, Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setUnixMode(Files.isExecutable(file) ? EXECUTABLE : PLAIN);
    entry.setTime(0);
    zip.putArchiveEntry(entry);
    Files.copy(file, zip);
    zip.closeArchiveEntry();
  }

  /**
   * Unpacks an archive and checks that it is what it says.
   *
   * @param target an empty folder; the plugin's folder afterwards
   * @param key must have signed it, when given
   * @throws IOException when it is damaged, holds what it does not list, or reaches outside
   */
  public static Contents unpack(Path archive, Path target, Optional<PublicKey> key)
      throws IOException {
    extract(archive, target);
    Path listed = target.resolve(CONTENTS);
    if (!Files.exists(listed)) {
      throw new BundleException(
          archive
              + ": no submission, it has no "
              + CONTENTS
              + "; make it with: dreyfus plugin pack");
    }
    if (key.isPresent()) {
      List<String> problems = BundleSignature.problemsOfSubmission(target, key.get());
      if (!problems.isEmpty()) {
        throw new BundleException(archive + ": " + problems.get(0));
      }
    }
    Contents contents = ResultJson.json().read(listed, Contents.class);
    Files.delete(listed);
    Files.deleteIfExists(target.resolve(BundleSignature.FILE));
    if (!Digests.of(target).equals(contents.files())) {
      throw new BundleException(archive + ": its files are not those that it lists");
    }
    return contents;
  }

  private static void extract(Path archive, Path target) throws IOException {
    long bytes = 0;
    int files = 0;
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        Path file = target.resolve(entry.getName()).normalize();
        bytes += entry.getSize();
        if (!file.startsWith(target) || entry.isUnixSymlink() || entry.isDirectory()) {
          throw new BundleException(archive + ": '" + entry.getName() + "' is no plain file in it");
        } else if (++files > MOST_FILES || bytes > LARGEST_BYTES) {
          throw new BundleException(archive + ": more than 20,000 files or 2 GiB");
        }
        Files.createDirectories(file.resolveSibling("."));
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
        boolean executable = (entry.getUnixMode() & 0111) != 0;
        if (!file.toFile().setExecutable(executable, false)) {
          throw new BundleException(file + ": its mode cannot be set");
        }
      }
    } catch (ZipException e) {
      throw new BundleException(archive + ": no zip file, or damaged: " + e.getMessage(), e);
    }
  }
}
