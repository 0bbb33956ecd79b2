package org.dreyfus.cluster.storage;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/**
 * A path on a Hadoop file system.
 *
 * @param system where it is
 * @param names the names, which follow the rules of this machine's paths
 */
record HadoopPath(HadoopFileSystem system, Path names) implements Path {

  org.apache.hadoop.fs.Path hadoop() {
    return new org.apache.hadoop.fs.Path(toAbsolutePath().toString());
  }

  private HadoopPath with(Path other) {
    return new HadoopPath(system, other);
  }

  private @Nullable Path withOrNull(@Nullable Path other) {
    return other == null ? null : with(other);
  }

  private static Path namesOf(Path other) {
    if (other instanceof HadoopPath path) {
      return path.names;
    }
    throw new ProviderMismatchException(other + " lies on another file system");
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return names.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return withOrNull(names.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return withOrNull(names.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return withOrNull(names.getParent());
  }

  @Override
  public int getNameCount() {
    return names.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return with(names.getName(index));
  }

  @Override
  public Path subpath(int beginIndex, int endIndex) {
    return with(names.subpath(beginIndex, endIndex));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof HadoopPath path && names.startsWith(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof HadoopPath path && names.endsWith(path.names);
  }

  @Override
  public Path normalize() {
    return with(names.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return with(names.resolve(namesOf(other)));
  }

  @Override
  public Path relativize(Path other) {
    return with(names.relativize(namesOf(other)));
  }

  @Override
  public URI toUri() {
    return hadoop().toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return isAbsolute() ? this : with(Path.of("/").resolve(names));
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("nothing can be watched on " + system.prefix());
  }

  @Override
  public int compareTo(Path other) {
    return names.compareTo(namesOf(other));
  }

  @Override
  public String toString() {
    return isAbsolute() ? system.prefix() + names : names.toString();
  }
}
