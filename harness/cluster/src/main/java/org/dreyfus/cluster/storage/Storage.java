package org.dreyfus.cluster.storage;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.dreyfus.bundle.Directories;

/** Finds the path that a location names. */
public final class Storage {

  private Storage() {}

  /** Whether a location names a scheme, and is not a plain path of this machine. */
  public static boolean isLocation(String location) {
    return location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
  }

  /**
   * @param location a URI ({@code file:}, {@code hdfs:}, {@code s3a:} ...) or a plain path
   * @param configuration of Hadoop: where file systems are, and who asks
   * @throws IOException when no file system has this scheme, or it cannot be reached; the message
   *     says what to do
   */
  public static Path path(String location, Configuration configuration) throws IOException {
    if (!isLocation(location)) {
      return Path.of(location);
    }
    URI uri = uri(location);
    if ("file".equals(uri.getScheme())) {
      return Path.of(uri.getPath());
    }
    try {
      FileSystem files = FileSystem.get(uri, configuration);
      return new HadoopFileSystem(files, files.makeQualified(new org.apache.hadoop.fs.Path("/")))
          .getPath(uri.getPath().isEmpty() ? "/" : uri.getPath());
    } catch (UnsupportedFileSystemException e) {
      throw new IOException(
          "%s: nothing here reads '%s:'; put its library into plugins/, or"
                  .formatted(location, uri.getScheme())
              + " name it with --conf spark.jars=FILE",
          e);
    } catch (IllegalArgumentException | IOException e) {
      throw new IOException(
          "%s: cannot be reached (%s); check the address, and --conf spark.hadoop.NAME=VALUE"
              .formatted(location, e.getMessage()),
          e);
    }
  }

  /**
   * Deletes a folder with all that it holds, if it is there: at once where Hadoop can, which object
   * stores do by the thousand.
   */
  public static void delete(Path folder) throws IOException {
    if (folder instanceof HadoopPath path) {
      boolean unused = path.system().files().delete(path.hadoop(), true);
    } else {
      Directories.delete(folder);
    }
  }

  private static URI uri(String location) throws IOException {
    try {
      return new URI(location);
    } catch (URISyntaxException e) {
      throw new IOException(location + ": is no location (" + e.getReason() + ")", e);
    }
  }
}
