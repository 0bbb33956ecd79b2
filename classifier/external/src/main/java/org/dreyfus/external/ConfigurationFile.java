package org.dreyfus.external;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.classifier.RightsFeed;
import org.dreyfus.external.line.AddressText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configuration as plugins outside this process read it: {@code {"options": {...},
 * "networkFeed": [{"overlay", "address", "port"}], "rightsFeed": [{"title", ...}]}}. A feed that
 * was not given is absent.
 */
public final class ConfigurationFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ConfigurationFile() {}

  private record Service(String overlay, String address, int port) {}

  private record Content(
      Map<String, String> options,
      Optional<List<Service>> networkFeed,
      Optional<List<RightsFeed.Work>> rightsFeed) {}

  /** Writes it so that any user of this machine may read it. */
  static void write(Configuration configuration, Path file) throws IOException {
    Content content =
        new Content(
            new TreeMap<>(configuration.options()),
            configuration.networkFeed().map(ConfigurationFile::services),
            configuration.rightsFeed().map(RightsFeed::works));
    Map<String, Object> members = new TreeMap<>();
    members.put("options", content.options());
    content.networkFeed().ifPresent(feed -> members.put("networkFeed", feed));
    content.rightsFeed().ifPresent(feed -> members.put("rightsFeed", feed));
    Files.write(file, JSON.writeValueAsBytes(members));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static List<Service> services(NetworkFeed feed) {
    return feed.services().stream()
        .map(
            service ->
                new Service(service.overlay(), service.address().getHostAddress(), service.port()))
        .toList();
  }

  /**
   * Reads it: the worker's side.
   *
   * @throws IOException when it cannot be read, or is not of this form
   */
  public static Configuration read(Path file) throws IOException {
    Content content;
    try {
      content = JSON.readValue(Files.readAllBytes(file), Content.class);
    } catch (JacksonException e) {
      throw new IOException(file + ": no configuration: " + e.getOriginalMessage(), e);
    }
    Optional<NetworkFeed> networkFeed =
        content.networkFeed().isPresent()
            ? Optional.of(feed(content.networkFeed().get()))
            : Optional.empty();
    return new Configuration(
        content.options(), networkFeed, content.rightsFeed().map(RightsFeed::new));
  }

  private static NetworkFeed feed(List<Service> services) throws IOException {
    List<NetworkFeed.Service> read = new ArrayList<>();
    for (Service service : services) {
      InetAddress address =
          AddressText.parse(service.address())
              .orElseThrow(
                  () -> new IOException("no address in the network feed: " + service.address()));
      read.add(new NetworkFeed.Service(service.overlay(), address, service.port()));
    }
    return new NetworkFeed(read);
  }
}
