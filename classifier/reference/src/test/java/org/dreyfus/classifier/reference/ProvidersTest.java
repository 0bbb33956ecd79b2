package org.dreyfus.classifier.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.junit.jupiter.api.Test;

class ProvidersTest {

  @Test
  void allAreFoundAndAvailableAndCanBeOpened() throws Exception {
    assertThat(ServiceLoader.load(ClassifierProvider.class))
        .extracting(provider -> provider.descriptor().id())
        .containsExactlyInAnyOrder(
            "allow-all",
            "block-all",
            "ports",
            "clouseau-testimony",
            "clouseau-whitepaper",
            "content-id",
            "entropy",
            "peer-list-accuser");
    for (ClassifierProvider provider : ServiceLoader.load(ClassifierProvider.class)) {
      assertThat(provider.availability()).isInstanceOf(Availability.Available.class);
      provider.open(Configuration.empty()).close();
    }
  }

  @Test
  void reconstructionsSayThatTheyAre() {
    for (ClassifierProvider provider : ServiceLoader.load(ClassifierProvider.class)) {
      assertThat(provider.descriptor().reconstruction())
          .isEqualTo(provider.descriptor().id().startsWith("clouseau"));
    }
  }
}
