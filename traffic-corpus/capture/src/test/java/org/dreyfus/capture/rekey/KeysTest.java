package org.dreyfus.capture.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysTest {

  private static final byte[] SECRET = {1, 2, 3};
  private static final byte[] OTHER_SECRET = {4, 5, 6};

  @Test
  void labAddressesKeepTheirWidthAndStayDistinct() {
    List<InetAddress> recorded =
        IntStream.range(0, 100)
            .mapToObj(i -> address("10.101.150.1" + (i / 10) + (i % 10)))
            .toList();
    AddressKey key = AddressKey.draw(SECRET, Map.of(), recorded);
    Set<InetAddress> shown = new HashSet<>(key.mapping().values());
    assertThat(shown).hasSize(100);
    assertThat(shown)
        .allSatisfy(
            a -> assertThat(a.getHostAddress()).matches("10\\.1\\d\\d\\.1\\d\\d\\.1\\d\\d"));
  }

  @Test
  void anotherSecretGivesOtherAddresses() {
    List<InetAddress> recorded = List.of(address("10.101.102.103"));
    assertThat(AddressKey.draw(SECRET, Map.of(), recorded).mapping())
        .isEqualTo(AddressKey.draw(SECRET, Map.of(), recorded).mapping())
        .isNotEqualTo(AddressKey.draw(OTHER_SECRET, Map.of(), recorded).mapping());
  }

  @Test
  void fixedAddressesAreKeptAndNeverDrawnForOthers() {
    InetAddress tracker = address("10.110.110.110");
    InetAddress shown = address("10.120.120.120");
    AddressKey key =
        AddressKey.draw(
            SECRET, Map.of(tracker, shown), List.of(tracker, address("10.101.102.103")));
    assertThat(key.rekeyed(tracker)).contains(shown);
    assertThat(key.rekeyed(address("10.101.102.103")))
        .isPresent()
        .isNotEqualTo(key.rekeyed(tracker));
  }

  @Test
  void addressesThatAreNobodysStay() {
    List<InetAddress> special =
        List.of(
            address("255.255.255.255"),
            address("224.0.0.251"),
            address("127.0.0.1"),
            address("0.0.0.0"));
    AddressKey key = AddressKey.draw(SECRET, Map.of(), special);
    assertThat(special).allSatisfy(a -> assertThat(key.rekeyed(a)).contains(a));
  }

  @Test
  void ephemeralPortsArePermutedAroundAnnouncedOnes() {
    PortKey key = new PortKey(SECRET);
    Set<Integer> announced = Set.of(45_672, 51_413, 40_000);
    Set<Integer> shown = new HashSet<>();
    for (int port = 1; port <= 65_535; port++) {
      int to = key.rekeyed(port, announced::contains);
      shown.add(to);
      if (port < PortKey.FIRST
          || port >= PortKey.FIRST + PortKey.SPAN
          || announced.contains(port)) {
        assertThat(to).isEqualTo(port);
      }
    }
    assertThat(shown).hasSize(65_535);
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
