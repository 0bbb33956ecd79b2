package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Listener;
import org.junit.jupiter.api.Test;

final class LabelCheckTest {

  private static final Listener SERVER = new Listener("server", Transport.TCP, 80, "nginx");

  @Test
  void tsharkConfirmsALabel() {
    assertThat(check("HTTP", Role.CONTENT, Set.of("http", "media"), List.of()).labelsConfirmed())
        .isTrue();
  }

  @Test
  void theListenerConfirmsWhatTsharkCannotRead() {
    assertThat(check("BitTorrent", Role.CONTROL, Set.of(), List.of(SERVER)).labelsConfirmed())
        .isTrue();
    assertThat(check("Shadowsocks", Role.CONTENT, Set.of(), List.of(SERVER)).labelsConfirmed())
        .isTrue();
  }

  @Test
  void plainContentThatTsharkCannotReadIsNotPlain() {
    assertThat(check("BitTorrent", Role.CONTENT, Set.of(), List.of(SERVER)).labelsConfirmed())
        .isFalse();
  }

  @Test
  void nobodyConfirmsAnUnknownPort() {
    Listener elsewhere = new Listener("server", Transport.TCP, 81, "nginx");
    Listener otherTransport = new Listener("server", Transport.UDP, 80, "nginx");
    Listener otherHost = new Listener("client", Transport.TCP, 80, "nginx");
    Session.Checks checks =
        check("BitTorrent", Role.CONTENT, Set.of(), List.of(elsewhere, otherTransport, otherHost));
    assertThat(checks.labelsConfirmed()).isFalse();
    assertThat(checks.method()).contains("flow 5 is labelled BitTorrent, tshark names nothing");
  }

  @Test
  void aListenerDoesNotOutweighTshark() {
    Session.Checks checks = check("HTTP", Role.CONTENT, Set.of("ssh"), List.of(SERVER));
    assertThat(checks.labelsConfirmed()).isFalse();
    assertThat(checks.method()).contains("tshark names ssh");
  }

  @Test
  void aNameThatNoLabelCanCarryIsAGuess() {
    assertThat(
            check("Shadowsocks", Role.CONTENT, Set.of("fmtp"), List.of(SERVER)).labelsConfirmed())
        .isTrue();
    assertThat(check("BitTorrent", Role.CONTENT, Set.of("fmtp"), List.of(SERVER)).labelsConfirmed())
        .isFalse();
  }

  @Test
  void aTrackerMaySpeakHttpButAPeerMayNot() {
    assertThat(check("BitTorrent", Role.CONTROL, Set.of("http"), List.of()).labelsConfirmed())
        .isTrue();
    assertThat(check("BitTorrent", Role.CONTENT, Set.of("http"), List.of()).labelsConfirmed())
        .isFalse();
  }

  @Test
  void readsWhatTsharkPrints() {
    Dissection dissection =
        Dissection.parse(
            List.of(
                "Running as user \"root\". This could be dangerous.",
                "1\teth:ethertype:arp",
                "2\teth:ethertype:ip:tcp",
                "3\teth:ethertype:ip:tcp:http:data-text-lines",
                "4\teth:ethertype:ip:udp:data"),
            Map.of(2L, 2L, 3L, 2L, 4L, 4L));
    assertThat(dissection.of(2)).containsExactlyInAnyOrder("http", "data-text-lines");
    assertThat(dissection.of(4)).isEmpty();
    assertThat(dissection.of(1)).isEmpty();
  }

  private static Session.Checks check(
      String protocol, Role role, Set<String> named, List<Listener> listeners) {
    Label label =
        new Label(
            LegalStatus.LEGAL,
            LegalBasis.NOT_CONTENT,
            Protection.PLAIN,
            protocol,
            Optional.empty(),
            "program",
            role,
            Optional.empty(),
            Optional.empty());
    FlowLabel flow =
        FlowLabeller.describe(Flows.flow(5, Flows.TCP, "client", 40_000, "server", 80, 100), label);
    Dissection dissection = new Dissection(named.isEmpty() ? Map.of() : Map.of(5L, named));
    return new LabelCheck(dissection, listeners, Flows.HOSTS).check(true, List.of(flow));
  }
}
