package org.dreyfus.cluster.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RemoteIterator;

/** Entries of a folder, asked for in portions: a corpus or a journal may have a million. */
final class Listing implements DirectoryStream<Path>, Iterator<Path> {

  private final Path folder;
  private final Filter<? super Path> filter;
  private final RemoteIterator<FileStatus> rest;
  private Optional<Path> next = Optional.empty();

  Listing(Path folder, Filter<? super Path> filter, RemoteIterator<FileStatus> rest) {
    this.folder = folder;
    this.filter = filter;
    this.rest = rest;
  }

  @Override
  public Iterator<Path> iterator() {
    return this;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next.isEmpty() && rest.hasNext()) {
        Path entry = folder.resolve(rest.next().getPath().getName());
        if (filter.accept(entry)) {
          next = Optional.of(entry);
        }
      }
    } catch (IOException e) {
      throw new DirectoryIteratorException(e);
    }
    return next.isPresent();
  }

  @Override
  public Path next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more entries of " + folder);
    }
    Path entry = next.orElseThrow();
    next = Optional.empty();
    return entry;
  }

  @Override
  public void close() {}
}
