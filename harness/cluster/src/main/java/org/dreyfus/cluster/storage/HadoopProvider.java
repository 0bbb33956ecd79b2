package org.dreyfus.cluster.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.jspecify.annotations.Nullable;

/** What {@link java.nio.file.Files} asks for, where Hadoop has it. */
final class HadoopProvider extends FileSystemProvider {

  private final HadoopFileSystem system;

  HadoopProvider(HadoopFileSystem system) {
    this.system = system;
  }

  private static org.apache.hadoop.fs.Path at(Path path) {
    return ((HadoopPath) path).hadoop();
  }

  private FileStatus status(Path path) throws IOException {
    try {
      return system.files().getFileStatus(at(path));
    } catch (FileNotFoundException e) {
      throw missing(path, e);
    }
  }

  private static NoSuchFileException missing(Path path, FileNotFoundException cause) {
    NoSuchFileException missing = new NoSuchFileException(path.toString());
    missing.initCause(cause);
    return missing;
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.contains(StandardOpenOption.APPEND)) {
      throw new UnsupportedOperationException(path + ": nothing can be appended");
    }
    if (!options.contains(StandardOpenOption.WRITE)) {
      FileStatus status = status(path);
      return new ReadChannel(system.files().open(at(path)), status.getLen());
    }
    boolean mayExist = !options.contains(StandardOpenOption.CREATE_NEW);
    return new WriteChannel(system.files().create(at(path), mayExist));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    try {
      return new Listing(folder, filter, system.files().listStatusIterator(at(folder)));
    } catch (FileNotFoundException e) {
      throw missing(folder, e);
    }
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    if (system.files().exists(at(folder))) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    if (!system.files().mkdirs(at(folder))) {
      throw new IOException(folder + ": cannot be made");
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    FileStatus status = status(path);
    if (status.isDirectory() && system.files().listStatus(at(path)).length > 0) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    if (!system.files().delete(at(path), false)) {
      throw new IOException(path + ": cannot be deleted");
    }
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException("nothing is copied on " + system.prefix());
  }

  /** Renames; a file that is there is replaced. */
  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    if (!rename(source, target)) {
      replace(source, target);
    }
  }

  private boolean rename(Path source, Path target) throws IOException {
    try {
      return system.files().rename(at(source), at(target));
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    } catch (FileNotFoundException e) {
      throw missing(source, e);
    }
  }

  /**
   * At once on HDFS. Elsewhere the target is written anew: on object stores, where a rename is a
   * copy too, a reader sees the old file or the new one, and never a part.
   */
  private void replace(Path source, Path target) throws IOException {
    if (system.files() instanceof DistributedFileSystem hdfs) {
      hdfs.rename(at(source), at(target), Options.Rename.OVERWRITE);
      return;
    }
    if (!status(source).isFile() || (Files.exists(target) && !Files.isRegularFile(target))) {
      throw new IOException(source + ": cannot be renamed to " + target);
    }
    // All is read before anything is written: a source that ends early leaves the target alone.
    byte[] whole = Files.readAllBytes(source);
    Files.write(target, whole);
    delete(source);
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  @Override
  public boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    status(path);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (!type.isAssignableFrom(HadoopAttributes.class)) {
      throw new UnsupportedOperationException(type.getName() + " of " + path);
    }
    return type.cast(new HadoopAttributes(status(path)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException(names + " of " + path);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException(name + " of " + path);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("no stores on " + system.prefix());
  }

  @Override
  public String getScheme() {
    return system.scheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException("see Storage");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return system.getPath(uri.getPath());
  }
}
