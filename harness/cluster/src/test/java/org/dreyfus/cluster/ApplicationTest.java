package org.dreyfus.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationTest {

  private static Application application(String master) {
    return new Application(Configurations.of(Optional.of(master), Map.of()));
  }

  @Test
  void anUnknownKindOfMasterIsNamed() {
    try (Application application = application("bogus://x")) {
      assertThatThrownBy(application::context)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Spark cannot be started with master 'bogus://x'");
    }
  }

  @Test
  void anApplicationThatSparkEndedIsNoInternalError() {
    try (Application application = application("local[1]")) {
      assertThatThrownBy(
              () ->
                  application.use(
                      spark -> {
                        spark.stop();
                        spark.broadcast("too late");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(": Spark ended the application; check that a master");
    }
  }

  @Test
  void whatElseGoesWrongIsNotHidden() {
    IllegalStateException unexpected = new IllegalStateException("a defect");
    try (Application application = application("local[1]")) {
      assertThatThrownBy(
              () ->
                  application.use(
                      spark -> {
                        throw unexpected;
                      }))
          .isSameAs(unexpected);
    }
  }
}
