package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(EngineExtension.class)
class ContainerImageTest {

  @TempDir Path folder;

  @Test
  void theSameFileSystemIsTheSameImage(EngineExtension.TestEngine test) throws Exception {
    Path plain = tar("plain.tar", Map.of("hello", "good day"));
    Path packed = folder.resolve("packed.tar.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(plain, out);
    }
    ContainerImage image = ContainerImage.fromTar(test.engine(), plain);
    assertThat(image.id()).matches("sha256:[0-9a-f]{64}");
    assertThat(image.startsItself()).isFalse();
    assertThat(ContainerImage.fromTar(test.engine(), packed)).isEqualTo(image);
    assertThat(ContainerImage.named(test.engine(), image.id())).isEqualTo(image);
  }

  @Test
  void whatDockerSavedTakesNoNameFromAnother(EngineExtension.TestEngine test) throws Exception {
    String victim = "somebody/tool:1";
    var client = test.engine().client();
    ContainerImage hello =
        ContainerImage.fromTar(test.engine(), tar("hello.tar", Map.of("hello", "vendor")));
    client.tagImageCmd(hello.id(), "somebody/tool", "1").exec();
    Path saved = folder.resolve("saved.tar");
    try (var stream = client.saveImageCmd(victim).exec()) {
      Files.copy(stream, saved);
    }
    client.removeImageCmd(hello.id()).withForce(true).exec();
    client.tagImageCmd(test.shell().id(), "somebody/tool", "1").exec();

    assertThat(ContainerImage.fromTar(test.engine(), saved).id()).isEqualTo(hello.id());
    assertThat(client.inspectImageCmd(victim).exec().getId()).isEqualTo(test.shell().id());
    List<String> names =
        client.listImagesCmd().exec().stream()
            .filter(image -> image.getId().equals(hello.id()))
            .map(Image::getRepoTags)
            .flatMap(Arrays::stream)
            .toList();
    assertThat(names).singleElement().asString().startsWith("dreyfus/plugin:");
  }

  @Test
  void volumesAreRefused(EngineExtension.TestEngine test) throws Exception {
    var client = test.engine().client();
    String container =
        client
            .createContainerCmd(test.shell().id())
            .withCmd("/bin/true")
            .withVolumes(new com.github.dockerjava.api.model.Volume("/data"))
            .exec()
            .getId();
    String image = client.commitCmd(container).exec();
    client.removeContainerCmd(container).withRemoveVolumes(true).exec();
    assertThatThrownBy(() -> ContainerImage.named(test.engine(), image))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("declares volumes");
  }

  @Test
  void aNameThatIsNotThereIsNotFetched(EngineExtension.TestEngine test) {
    assertThatThrownBy(() -> ContainerImage.named(test.engine(), "no/such:image"))
        .isInstanceOf(LaunchException.class)
        .hasCauseInstanceOf(NotFoundException.class)
        .hasMessageContaining("nothing is fetched from a registry");
  }

  @Test
  void filesThatAreNoImagesAreNamed(EngineExtension.TestEngine test) throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "no tar at all".repeat(100));
    assertRefused(test, text, "");
    assertRefused(test, folder.resolve("missing.tar"), "");
    assertRefused(test, tar("oci.tar", Map.of("oci-layout", "{}", "index.json", "{}")), "OCI");
    assertRefused(test, tar("none.tar", Map.of("manifest.json", "[]")), "0 images");
    assertRefused(test, tar("bad.tar", Map.of("manifest.json", "{")), "no JSON");
    assertRefused(
        test, tar("gap.tar", Map.of("manifest.json", "[{\"Config\":\"c.json\"}]")), "missing");
    assertRefused(
        test,
        tar(
            "layer.tar",
            Map.of(
                "manifest.json", "[{\"Config\":\"c.json\",\"Layers\":[\"none\"]}]",
                "c.json", "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:00\"]}}")),
        "cannot load");
  }

  @Test
  void aProgramThatIsNotThereCannotBeStarted(EngineExtension.TestEngine test) throws Exception {
    Path configuration = Files.writeString(folder.resolve("configuration.json"), "{}");
    ContainerLauncher launcher =
        ContainerLauncher.of(test.engine(), test.shell(), List.of("/no/such/program"));
    assertThatThrownBy(() -> launcher.start(new Start(configuration, Map.of(), PluginRun.limits())))
        .isInstanceOfSatisfying(LaunchException.class, e -> assertThat(e.isMissing()).isFalse())
        .hasMessageContaining("/no/such/program");
    assertThatThrownBy(() -> ContainerLauncher.of(test.engine(), test.shell(), List.of()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("does not say what to start");
    assertThat(launcher.isolation()).contains(test.shell().id(), "no network", "65532:65532");
  }

  private static void assertRefused(EngineExtension.TestEngine test, Path tar, String why) {
    assertThatThrownBy(() -> ContainerImage.fromTar(test.engine(), tar))
        .isInstanceOfSatisfying(LaunchException.class, e -> assertThat(e.isMissing()).isFalse())
        .hasMessageContaining(tar.toString())
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  private Path tar(String name, Map<String, String> files) throws IOException {
    Path tar = folder.resolve(name);
    try (TarArchiveOutputStream out = Tars.writing(Files.newOutputStream(tar))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Tars.add(out, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return tar;
  }
}
