package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder that appears whole or not at all: it is filled beside its place, under a hidden name,
 * and renamed at the end. What a killed run left there is thrown away by the next one.
 */
public final class StagedFolder {

  private final Path target;
  private final Path unfinished;

  private StagedFolder(Path target, Path unfinished) {
    this.target = target;
    this.unfinished = unfinished;
  }

  /**
   * Makes the hidden folder, so that a place that cannot be written is found out at once.
   *
   * @throws BundleException when the target exists or cannot be written
   */
  public static StagedFolder open(Path target) throws BundleException {
    Path absolute = target.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      throw new BundleException(target + ": exists already; choose another --out");
    }
    StagedFolder staged =
        new StagedFolder(
            absolute, absolute.resolveSibling("." + absolute.getFileName() + ".unfinished"));
    try {
      Directories.delete(staged.unfinished);
      Files.createDirectories(staged.unfinished);
    } catch (IOException e) {
      throw staged.failure(e);
    }
    return staged;
  }

  /** Where to write. */
  public Path path() {
    return unfinished;
  }

  /** Puts the folder in its place. */
  public void commit() throws BundleException {
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** What to tell the user when writing failed. */
  BundleException failure(IOException cause) {
    return new BundleException(
        "%s: cannot be written (%s); choose another --out, or make room and repeat the command"
            .formatted(target, Directories.reason(cause)),
        cause);
  }
}
