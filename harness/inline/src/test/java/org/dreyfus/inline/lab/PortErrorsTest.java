package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dreyfus.inline.port.Place;
import org.dreyfus.inline.port.Port;
import org.dreyfus.inline.port.PortException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Interfaces that cannot be used, each told in one line. */
@Tag("slow")
final class PortErrorsTest {

  @BeforeEach
  void needs() throws Exception {
    Requirements.root();
    for (String program : new String[] {"ip", "nft", "ethtool"}) {
      Requirements.program(program);
    }
  }

  @Test
  void oneThatIsNotThere() {
    try (DeviceLab lab = DeviceLab.build()) {
      Place place = Place.in(lab.device().name(), "d7");
      assertThatThrownBy(() -> Port.open(place))
          .isInstanceOf(PortException.class)
          .hasMessage(place + ": there is no such interface; 'ip link' lists those that there are");
    }
  }

  @Test
  void oneThatIsDown() {
    try (DeviceLab lab = DeviceLab.build()) {
      lab.device().ip("link", "set", DeviceLab.CLIENT_SIDE, "down");
      Place place = Place.in(lab.device().name(), DeviceLab.CLIENT_SIDE);
      assertThatThrownBy(() -> Port.open(place))
          .isInstanceOf(PortException.class)
          .hasMessage(place + ": is down; switch it on: ip link set d0 up");
    }
  }

  @Test
  void oneWhoseMtuIsTooSmall() {
    try (DeviceLab lab = DeviceLab.build()) {
      lab.device().ip("link", "set", DeviceLab.CLIENT_SIDE, "mtu", "1400");
      Place place = Place.in(lab.device().name(), DeviceLab.CLIENT_SIDE);
      try (Port port = Port.open(place)) {
        assertThat(port.mtu()).isEqualTo(1400);
        assertThatCode(() -> port.needRoomFor(1414)).doesNotThrowAnyException();
        assertThatThrownBy(() -> port.needRoomFor(1514))
            .isInstanceOf(PortException.class)
            .hasMessage(
                place
                    + ": its MTU is 1400, and packets of 1500 bytes are to be sent; raise it: ip"
                    + " link set d0 mtu 1500");
      }
    }
  }

  @Test
  void oneThatGoesAway() {
    try (DeviceLab lab = DeviceLab.build();
        Port port = Port.open(lab.clients())) {
      lab.device().ip("link", "del", DeviceLab.CLIENT_SIDE);
      assertThatThrownBy(() -> port.send(new byte[60], 60))
          .isInstanceOf(PortException.class)
          .hasMessageStartingWith(lab.clients() + ": cannot send: ")
          .hasMessageNotContaining("\n");
    }
  }
}
