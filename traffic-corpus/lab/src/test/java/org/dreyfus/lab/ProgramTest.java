package org.dreyfus.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ProgramTest {

  @Test
  void oneThatIsMissingNamesItsPackage() {
    Program missing = new Program("no-such-program", "some-package");
    assertThat(missing.isHere()).isFalse();
    assertThat(missing.version("-V")).isEqualTo("not installed");
    assertThatThrownBy(missing::need)
        .isInstanceOf(MissingRequirement.class)
        .hasMessage(
            "the program 'no-such-program' is missing; install it: apt-get install some-package");
  }

  @Test
  void oneThatIsHereTellsItsVersion() {
    Program bash = new Program("bash", "bash");
    assertThatCode(bash::need).doesNotThrowAnyException();
    assertThat(bash.version("--version")).startsWith("GNU bash, version ").doesNotContain("\n");
  }
}
