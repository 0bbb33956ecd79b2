package org.dreyfus.exchange;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file in the making: it appears whole or not at all. */
public final class NewFile implements AutoCloseable {

  private final Path target;
  private final Path unfinished;

  private NewFile(Path target, Path unfinished) {
    this.target = target;
    this.unfinished = unfinished;
  }

  /**
   * Begins a file.
   *
   * @throws FileAlreadyExistsException when there is one already
   */
  public static NewFile at(Path target) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path whole = target.toAbsolutePath();
    Files.createDirectories(Optional.ofNullable(whole.getParent()).orElse(whole));
    return new NewFile(target, whole.resolveSibling("." + whole.getFileName() + ".unfinished"));
  }

  /** Where to write. */
  public Path unfinished() {
    return unfinished;
  }

  /** A name for scratch beside it. */
  public Path beside(String suffix) {
    return unfinished.resolveSibling(unfinished.getFileName() + suffix);
  }

  /** Puts what was written where it belongs. */
  public void commit() throws IOException {
    Files.move(unfinished, target.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(unfinished);
  }
}
