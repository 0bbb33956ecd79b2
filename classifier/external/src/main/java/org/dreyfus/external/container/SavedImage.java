package org.dreyfus.external.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code docker save} wrote.
 *
 * @param manifest the description that takes the place of the vendor's: the same parts, our name
 */
record SavedImage(Path tar, String name, byte[] manifest) implements TarImage {

  /** Name the image a second time, in older and in newer files. */
  private static final Set<String> OTHER_NAMES =
      Set.of(MANIFEST, "repositories", "index.json", "oci-layout");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Description(String Config, List<String> RepoTags, List<String> Layers) {}

  static SavedImage of(Path tar, InputStream manifestEntry) throws IOException {
    JsonNode manifest = parsed(TarImage.small(manifestEntry, MANIFEST));
    if (!manifest.isArray() || manifest.size() != 1) {
      throw new IOException(
          "holds " + manifest.size() + " images in " + MANIFEST + "; save exactly one");
    }
    JsonNode image = manifest.get(0);
    String configuration = image.path("Config").asString("");
    List<String> layers = image.path("Layers").valueStream().map(n -> n.asString("")).toList();
    byte[] bytes =
        TarImage.entry(tar, configuration)
            .orElseThrow(
                () ->
                    new IOException(MANIFEST + " names '" + configuration + "', which is missing"));
    String name = TarImage.nameOf(Digests.sha256(bytes));
    byte[] ours =
        JSON.writeValueAsBytes(List.of(new Description(configuration, List.of(name), layers)));
    return new SavedImage(tar, name, ours);
  }

  private static JsonNode parsed(byte[] json) throws IOException {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IOException(MANIFEST + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (TarArchiveInputStream entries = Tars.open(tar);
        TarArchiveOutputStream target = Tars.writing(out)) {
      for (TarArchiveEntry e = entries.getNextEntry(); e != null; e = entries.getNextEntry()) {
        if (!OTHER_NAMES.contains(Tars.name(e))) {
          target.putArchiveEntry(e);
          entries.transferTo(target);
          target.closeArchiveEntry();
        }
      }
      Tars.add(target, MANIFEST, manifest);
    }
  }
}
