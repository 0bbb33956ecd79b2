package org.dreyfus.classifier.ndpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ServiceLoader;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.junit.jupiter.api.Test;

class NdpiProviderTest {

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

  @Test
  void onlyVersionsThatWereTestedAreKnown() {
    assertThat(NdpiLibrary.KNOWN.matcher("4.2.0-3450-abc").matches()).isTrue();
    assertThat(NdpiLibrary.KNOWN.matcher("4.20.0").matches()).isFalse();
    assertThat(NdpiLibrary.KNOWN.matcher("4.4.0").matches()).isFalse();
    assertThat(NdpiLibrary.KNOWN.matcher("5.0.0").matches()).isFalse();
  }
}
