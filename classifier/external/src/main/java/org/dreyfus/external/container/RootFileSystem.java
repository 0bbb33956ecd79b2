package org.dreyfus.external.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A root file system that becomes an image of one layer (OCI Image Format Specification 1.0, "Image
 * Configuration"). Unlike {@code docker import} this gives the same image, with the same digest,
 * whenever it is done.
 *
 * @param sizeBytes of the layer: the file, decompressed
 * @param configuration of the image, as JSON
 */
record RootFileSystem(Path tar, String name, long sizeBytes, byte[] configuration)
    implements TarImage {

  private static final String LAYER = "layer.tar";
  private static final String EPOCH = "1970-01-01T00:00:00Z";
  private static final String SEARCH_PATH =
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final int BUFFER_BYTES = 64 << 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Configuration(
      String architecture,
      String os,
      String created,
      Runtime config,
      Layers rootfs,
      List<Step> history) {}

  private record Runtime(List<String> Env) {}

  private record Layers(String type, List<String> diff_ids) {}

  private record Step(String created, String comment) {}

  private record Description(String Config, List<String> RepoTags, List<String> Layers) {}

  static RootFileSystem of(Path tar, String architecture) throws IOException {
    MessageDigest digest = Digests.sha256();
    long size = 0;
    try (InputStream in = Tars.bytes(tar)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        size += count;
      }
    }
    byte[] configuration =
        JSON.writeValueAsBytes(
            new Configuration(
                architecture,
                "linux",
                EPOCH,
                new Runtime(List.of(SEARCH_PATH)),
                new Layers("layers", List.of("sha256:" + Digests.hex(digest.digest()))),
                List.of(new Step(EPOCH, "root file system"))));
    return new RootFileSystem(
        tar, TarImage.nameOf(Digests.sha256(configuration)), size, configuration);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    String configurationName = Digests.sha256(configuration) + ".json";
    try (TarArchiveOutputStream target = Tars.writing(out);
        InputStream layer = Tars.bytes(tar)) {
      Tars.add(target, configurationName, configuration);
      TarArchiveEntry entry = new TarArchiveEntry(LAYER);
      entry.setSize(sizeBytes);
      target.putArchiveEntry(entry);
      layer.transferTo(target);
      target.closeArchiveEntry();
      Description description = new Description(configurationName, List.of(name), List.of(LAYER));
      Tars.add(target, MANIFEST, JSON.writeValueAsBytes(List.of(description)));
    }
  }
}
