package org.dreyfus.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationTest {

  @Test
  void anUnknownKindOfMasterIsNamed() {
    try (Application application =
        new Application(Configurations.of(Optional.of("bogus://x"), Map.of()))) {
      assertThatThrownBy(application::context)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Spark cannot be started with master 'bogus://x'");
    }
  }
}
