package org.dreyfus.external.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image in a file, as it is given to an engine: in the form that {@code docker load} reads,
 * under a name of ours that holds the digest of its configuration. The names that a vendor wrote
 * into the file are dropped, or it could take the place of other images of this machine.
 */
sealed interface TarImage permits SavedImage, RootFileSystem {

  /** Lists the images of a file, as {@code docker save} writes it. */
  String MANIFEST = "manifest.json";

  /** The name that it gets in the engine. */
  String name();

  /** Writes it in the form that {@code docker load} reads. */
  void writeTo(OutputStream out) throws IOException;

  static String nameOf(String configurationDigest) {
    return "dreyfus/plugin:" + configurationDigest;
  }

  /**
   * Finds out what a file holds.
   *
   * @param architecture what a root file system is taken to be made for
   * @throws IOException when it is no image: the message says what to do
   */
  static TarImage read(Path tar, String architecture) throws IOException {
    boolean oci = false;
    boolean empty = true;
    try (TarArchiveInputStream entries = Tars.open(tar)) {
      for (TarArchiveEntry e = entries.getNextEntry(); e != null; e = entries.getNextEntry()) {
        String name = Tars.name(e);
        if (name.equals(MANIFEST)) {
          return SavedImage.of(tar, entries);
        }
        oci |= name.equals("oci-layout");
        empty = false;
      }
    }
    if (empty) {
      throw new IOException("holds nothing; give what docker save wrote, or a root file system");
    }
    if (oci) {
      throw new IOException("is an OCI archive; give what docker save wrote (docker-archive)");
    }
    return RootFileSystem.of(tar, architecture);
  }

  /** The bytes of one entry, at most 1 MiB. */
  static Optional<byte[]> entry(Path tar, String wanted) throws IOException {
    try (TarArchiveInputStream entries = Tars.open(tar)) {
      for (TarArchiveEntry e = entries.getNextEntry(); e != null; e = entries.getNextEntry()) {
        if (Tars.name(e).equals(wanted)) {
          return Optional.of(small(entries, wanted));
        }
      }
    }
    return Optional.empty();
  }

  static byte[] small(InputStream entry, String name) throws IOException {
    byte[] bytes = entry.readNBytes(Tars.MAX_JSON_BYTES + 1);
    if (bytes.length > Tars.MAX_JSON_BYTES) {
      throw new IOException(name + " is longer than " + Tars.MAX_JSON_BYTES + " bytes");
    }
    return bytes;
  }
}
