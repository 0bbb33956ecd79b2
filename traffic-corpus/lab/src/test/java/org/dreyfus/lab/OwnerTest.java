package org.dreyfus.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OwnerTest {

  @Test
  void aNameTellsItsOwner() {
    Owner self = Owner.self();
    assertThat(Owner.of(self.name("3-server"))).contains(self);
    assertThat(self.isAlive()).isTrue();
  }

  @Test
  void aProcessThatTookTheNumberOverIsNotTheOwner() {
    Owner self = Owner.self();
    assertThat(new Owner(self.pid(), self.startedMillis() - 60_000).isAlive()).isFalse();
  }

  @Test
  void onlyTheDeadLeaveLeftovers() {
    Owner dead = new Owner(ProcessHandle.current().pid(), 1);
    assertThat(LeftoverSweep.isLeftover(dead.name("1-wire"))).isTrue();
    assertThat(LeftoverSweep.isLeftover(Owner.self().name("1-wire"))).isFalse();
  }

  @Test
  void foreignNamesAreNobodysLeftovers() {
    for (String name :
        new String[] {"", "wire", "dreyfus-12-wire", "dreyfus-1t2", "xdreyfus-1t2-a"}) {
      assertThat(LeftoverSweep.isLeftover(name)).as(name).isFalse();
    }
  }
}
