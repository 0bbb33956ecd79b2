package org.dreyfus.classifier.ndpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdpiProviderTest {

  @TempDir Path folder;

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(ClassifierProvider.class))
        .singleElement()
        .satisfies(provider -> assertThat(provider.descriptor().id()).isEqualTo("ndpi"));
  }

  @Test
  void aMissingLibraryIsExplained() {
    NdpiProvider provider = new NdpiProvider(List.of("libnosuchthing.so.1"));
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Unavailable.class,
            no -> {
              assertThat(no.reason()).contains("libndpi was not found", "libnosuchthing.so.1");
              assertThat(no.remedy()).contains("apt-get install libndpi4.2");
            });
    assertThatThrownBy(() -> provider.open(Configuration.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apt-get install");
  }

  @Test
  void aLibraryThatIsNoNdpiIsRefused() {
    NdpiProvider provider = new NdpiProvider(List.of("libm.so.6"));
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Unavailable.class, no -> assertThat(no.reason()).contains("is no nDPI"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.0.0", "4.4.0-1-abc", "4.20.0", "5.0.0", "nonsense"})
  void anotherVersionIsRefusedByItsNumber(String revision) throws Exception {
    NdpiProvider provider = new NdpiProvider(List.of(fake(revision)));
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Unavailable.class,
            no -> assertThat(no.reason()).contains("libndpi " + revision, "only 4.2"));
    assertThatThrownBy(() -> provider.open(Configuration.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(revision);
  }

  @Test
  void aKnownVersionThatLacksACallIsRefused() throws Exception {
    NdpiProvider provider = new NdpiProvider(List.of(fake("4.2.9")));
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Unavailable.class,
            no -> assertThat(no.reason()).contains("libndpi 4.2.9 has no ndpi_"));
  }

  @Test
  void aRefusedLibraryDoesNotHideTheOneThatWasNotFound() throws Exception {
    NdpiProvider provider = new NdpiProvider(List.of("libnosuchthing.so.1", fake("4.8.0")));
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Unavailable.class, no -> assertThat(no.reason()).contains("4.8.0"));
  }

  /** A library that knows its version and nothing else. */
  private String fake(String revision) throws IOException, InterruptedException {
    Path source = folder.resolve("fake.c");
    Path library = folder.resolve("libfake-" + revision + ".so");
    Files.writeString(source, "const char *ndpi_revision(void) { return \"" + revision + "\"; }\n");
    Process compiler;
    try {
      compiler =
          new ProcessBuilder("gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
              .inheritIO()
              .start();
    } catch (IOException e) {
      Assumptions.abort("gcc is not installed");
      throw e;
    }
    assertThat(compiler.waitFor()).isZero();
    return library.toString();
  }
}
