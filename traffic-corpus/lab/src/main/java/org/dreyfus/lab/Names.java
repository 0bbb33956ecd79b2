package org.dreyfus.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How programs of a namespace look names up: {@code ip netns exec} puts the files of {@code
 * /etc/netns/<namespace>} over those of {@code /etc}.
 */
public final class Names {

  static final Path FOLDER = Path.of("/etc/netns");

  private static final String NOBODY = "127.0.0.1";

  private Names() {}

  /** Lets look-ups fail at once. */
  public static void none(String namespace) {
    resolver(namespace, NOBODY);
    write(namespace, "hosts", "127.0.0.1 localhost\n");
  }

  /** Sends look-ups to a name server. */
  public static void resolver(String namespace, String address) {
    write(namespace, "resolv.conf", "nameserver " + address + "\n");
  }

  public static void remove(String namespace) throws IOException {
    Path folder = FOLDER.resolve(namespace);
    if (Files.exists(folder)) {
      ScratchFolder.delete(folder);
    }
  }

  /** Namespaces for which there are files. */
  public static List<String> namespaces() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(FOLDER)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }

  private static void write(String namespace, String file, String text) {
    try {
      Path folder = Files.createDirectories(FOLDER.resolve(namespace));
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
