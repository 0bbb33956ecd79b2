package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DevicesTest {

  private final Devices devices = Devices.shipped();

  @ParameterizedTest
  @CsvSource({
    "wire, wire",
    "nft, nft",
    "lossy:5, lossy-5",
    "lossy:0.50, lossy-0-5",
    "command:/opt/Some_Box --x 1, command-some-box",
    "container:vendor/box:2.1, container-box-2-1",
    "container:/tmp/box.tar --fast, container-box-tar"
  })
  void areFoundByName(String text, String id) {
    assertThat(devices.named(text).facts().id()).isEqualTo(id);
  }

  @Test
  void unknownNamesAreToldWhatThereIs() {
    assertThatThrownBy(() -> devices.named("ntf"))
        .isInstanceOf(DeviceException.class)
        .hasMessage(
            "there is no device 'ntf'; there are: wire, nft, iptables, nfqueue, suricata,"
                + " lossy:PERCENT, container:IMAGE [ARGUMENT...], command:PROGRAM [ARGUMENT...]");
  }

  @ParameterizedTest
  @CsvSource({
    "wire:1, wire:1: wire takes nothing after a colon",
    "lossy, 'lossy:: say how many percent of the packets are lost, such as lossy:5'",
    "lossy:x, 'lossy:x: say how many percent of the packets are lost, such as lossy:5'",
    "lossy:101, lossy:101: the share of lost packets is from 0 to 100 percent",
    "lossy:-1, lossy:-1: the share of lost packets is from 0 to 100 percent",
    "container, 'container: has no image; give its name or its tar file, such as"
        + " container:vendor/box:2.1'",
    "command:/opt/box 'a b, \"command:/opt/box 'a b: a quotation mark is not closed\""
  })
  void whatMakesNoSenseIsOneClearLine(String text, String message) {
    assertThatThrownBy(() -> devices.named(text))
        .isInstanceOf(DeviceException.class)
        .hasMessage(message.replaceAll("^\"|\"$", ""));
  }

  @Test
  void aListMayEndInACommandWithCommas() {
    assertThat(devices.list("wire, lossy:5,command:/opt/box a,b"))
        .extracting(device -> device.facts().id())
        .containsExactly("wire", "lossy-5", "command-box");
    assertThat(devices.list("wire,command:/opt/box a,b").get(1).facts().description())
        .isEqualTo("The command: /opt/box a,b");
  }

  @Test
  void quotesKeepWordsTogether() {
    assertThat(Words.split("", "a \"b c\" 'd e' f")).isEqualTo(List.of("a", "b c", "d e", "f"));
  }

  @Test
  void moreCanBeAdded() {
    Devices more =
        devices.and(new DeviceKind("plain", "plain", "Another wire.", rest -> new Wire()));
    assertThat(more.named("plain").facts().id()).isEqualTo("wire");
    assertThat(more.all()).hasSize(devices.all().size() + 1);
    assertThatThrownBy(() -> more.and(DeviceKind.plain(new Wire())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
