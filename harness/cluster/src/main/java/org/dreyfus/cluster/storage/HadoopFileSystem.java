package org.dreyfus.cluster.storage;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** One of Hadoop's file systems. It stays open: Hadoop shares it with whoever else asks for it. */
final class HadoopFileSystem extends FileSystem {

  private final org.apache.hadoop.fs.FileSystem files;
  private final org.apache.hadoop.fs.Path root;
  private final HadoopProvider provider;

  /**
   * @param root with scheme and authority
   */
  HadoopFileSystem(org.apache.hadoop.fs.FileSystem files, org.apache.hadoop.fs.Path root) {
    this.files = files;
    this.root = root;
    this.provider = new HadoopProvider(this);
  }

  org.apache.hadoop.fs.FileSystem files() {
    return files;
  }

  /** The root as locations begin: {@code hdfs://host:8020}. */
  String prefix() {
    String text = root.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  String scheme() {
    return root.toUri().getScheme();
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("Hadoop closes its file systems itself");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(getPath("/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public Path getPath(String first, String... more) {
    return new HadoopPath(this, Path.of(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    throw new UnsupportedOperationException("no patterns on " + prefix());
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("no users on " + prefix());
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("nothing can be watched on " + prefix());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HadoopFileSystem it && it.prefix().equals(prefix());
  }

  @Override
  public int hashCode() {
    return prefix().hashCode();
  }
}
