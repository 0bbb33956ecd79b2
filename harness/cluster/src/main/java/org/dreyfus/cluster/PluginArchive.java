package org.dreyfus.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A plugin's frozen folder in one file, execute bits included, so that it can be shipped. */
final class PluginArchive {

  private PluginArchive() {}

  /** The name under which executors find it. */
  static String name(String digest) {
    return "dreyfus-plugin-" + digest + ".zip";
  }

  /**
   * Packs a folder.
   *
   * @param archive must not exist
   */
  static void pack(Path folder, Path archive) throws IOException {
    try (FileSystem zip = zip(archive, "true")) {
      copy(folder, zip.getPath("/"));
    }
  }

  /**
   * Unpacks it into a folder that is empty.
   *
   * @throws IOException when the disk is full, for instance
   */
  static void unpack(Path archive, Path folder) throws IOException {
    try (FileSystem zip = zip(archive, "false")) {
      copy(zip.getPath("/"), folder);
    }
  }

  private static FileSystem zip(Path archive, String create) throws IOException {
    return FileSystems.newFileSystem(
        URI.create("jar:" + archive.toAbsolutePath().toUri()),
        Map.of("create", create, "enablePosixFileAttributes", "true"));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.filter(path -> !path.equals(from)).sorted().toList();
    }
    for (Path path : all) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(path));
      }
    }
  }
}
