package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunLabelTest {

  private static final RunLabel OWN = RunLabel.own();

  @Test
  void readsWhatItWrites() {
    assertThat(RunLabel.parse(OWN.toString())).hasValue(OWN);
    assertThat(RunLabel.parse("something else")).isEmpty();
    assertThat(RunLabel.parse("a/b/../c")).isEmpty();
  }

  @Test
  void aProcessThatRunsIsNotGone() {
    assertThat(OWN.isGone(OWN)).isFalse();
  }

  @Test
  void anotherProcessWithTheSameNumberIsNotThatOne() {
    assertThat(new RunLabel(OWN.boot(), OWN.namespace(), OWN.process(), "1").isGone(OWN)).isTrue();
  }

  @Test
  void aProcessThatEndedIsGone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    assertThat(new RunLabel(OWN.boot(), OWN.namespace(), process.pid(), "1").isGone(OWN)).isTrue();
  }

  @Test
  void anEarlierBootIsGone() {
    assertThat(new RunLabel("before", OWN.namespace(), OWN.process(), OWN.startTicks()).isGone(OWN))
        .isTrue();
  }

  @Test
  void ofAnotherProcessNamespaceNothingIsKnown() {
    assertThat(new RunLabel(OWN.boot(), "1", OWN.process(), "1").isGone(OWN)).isFalse();
  }
}
