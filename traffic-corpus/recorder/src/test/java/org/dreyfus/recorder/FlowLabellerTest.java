package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Work;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Declaration;
import org.dreyfus.recorder.scenario.Kind;
import org.junit.jupiter.api.Test;

final class FlowLabellerTest {

  private static final Kind HTTP = Kind.plain("HTTP", "curl");
  private static final Work WORK =
      new Work(
          "film",
          "Film",
          "video/x-matroska",
          40_000,
          "00",
          LegalStatus.INFRINGING,
          LegalBasis.UNLICENSED_COPY,
          "rights",
          "generator");

  private static final Work FOREIGN =
      new Work(
          "foreign-file",
          "Foreign",
          "video/x-matroska",
          40_000,
          "01",
          LegalStatus.LEGAL,
          LegalBasis.DECOY,
          "rights",
          "generator");

  @Test
  void labelsWhatWasDeclared() {
    FlowLabel label = label(Flows.flow(3, Flows.TCP, "client", 40_000, "server", 80, 9), content());
    assertThat(label.flow()).isEqualTo(3);
    assertThat(label.proto()).isEqualTo("TCP");
    assertThat(label.srcIp()).isEqualTo("10.102.1.1");
    assertThat(label.destPort()).isEqualTo(80);
    assertThat(label.label().legalStatus()).isEqualTo(LegalStatus.INFRINGING);
    assertThat(label.label().work()).contains("film");
  }

  @Test
  void theOtherDirectionIsTheSamePair() {
    FlowRecord back = Flows.flow(1, Flows.TCP, "server", 40_000, "client", 80, 9);
    assertThat(label(back, content()).label().role()).isEqualTo(Role.CONTENT);
  }

  @Test
  void controlSharesTheWorkAndBackgroundDoesNot() {
    Declaration control = declare("tracker", 6969, Role.CONTROL, Kind.plain("BitTorrent", "x"));
    Declaration background = declare("server", 53, Role.BACKGROUND, Kind.plain("DNS", "x"));
    FlowRecord announce = Flows.flow(1, Flows.TCP, "client", 40_000, "tracker", 6969, 9);
    FlowRecord lookUp = Flows.flow(2, Flows.TCP, "client", 40_001, "server", 53, 9);
    assertThat(label(announce, control, background).label().work()).contains("film");
    assertThat(label(lookUp, control, background).label().work()).isEmpty();
    assertThat(label(lookUp, control, background).label().legalStatus())
        .isEqualTo(LegalStatus.LEGAL);
  }

  @Test
  void aFurtherWorkHasItsOwnRights() {
    Declaration foreign = withWork(Role.CONTROL, "foreign");
    FlowRecord announce = Flows.flow(1, Flows.TCP, "client", 40_000, "tracker", 20_000, 9);
    assertThat(label(announce, foreign).label().work()).contains("foreign-file");
    assertThat(label(announce, foreign).label().legalBasis()).isEqualTo(LegalBasis.DECOY);
    assertThatThrownBy(() -> label(announce, withWork(Role.CONTROL, "unheard-of")))
        .hasMessageContaining("no further work 'unheard-of'");
  }

  @Test
  void anAttackServesNoWork() {
    FlowRecord flood = Flows.flow(1, Flows.TCP, "client", 40_000, "tracker", 20_000, 0);
    Declaration attack = declare("tracker", 20_000, Role.ATTACK, HTTP);
    assertThat(label(flood, attack).label().role()).isEqualTo(Role.ATTACK);
    assertThat(label(flood, attack).label().work()).isEmpty();
  }

  @Test
  void whatNobodyKnowsHasAReason() {
    Declaration doubtful =
        new Declaration(
            "client",
            "server",
            Transport.TCP,
            OptionalInt.of(80),
            Role.CONTENT,
            HTTP,
            Optional.empty(),
            Optional.of("nobody knows whose it is"));
    FlowRecord flow = Flows.flow(1, Flows.TCP, "client", 40_000, "server", 80, 9);
    assertThat(label(flow, doubtful).label().legalStatus()).isEqualTo(LegalStatus.UNDETERMINED);
    assertThat(label(flow, doubtful).label().legalBasis()).isEqualTo(LegalBasis.UNESTABLISHED);
    assertThat(label(flow, doubtful).label().reason()).contains("nobody knows whose it is");
  }

  @Test
  void transportsWithoutPortsAreToldApartByNumber() {
    Declaration tunnel =
        new Declaration(
            "client",
            "server",
            Transport.GRE,
            OptionalInt.empty(),
            Role.CONTENT,
            Kind.tunnel("GRE", "pptp", "HTTP"),
            Optional.empty(),
            Optional.empty());
    FlowRecord gre = Flows.flow(1, 47, "client", 0, "server", 0, 9);
    assertThat(label(gre, tunnel, content()).label().protocol()).isEqualTo("GRE");
    assertThat(label(gre, tunnel).proto()).isEqualTo("GRE");
  }

  @Test
  void aFlowThatNobodyDeclaredSpoilsTheSession() {
    for (FlowRecord stray :
        List.of(
            Flows.flow(1, Flows.TCP, "client", 40_000, "server", 8080, 9),
            Flows.flow(1, Flows.UDP, "client", 40_000, "server", 80, 9),
            Flows.flow(1, Flows.TCP, "client", 40_000, "tracker", 80, 9))) {
      assertThatThrownBy(() -> label(stray, content()))
          .isInstanceOf(RecordingFailure.class)
          .hasMessageContaining("nobody declared");
    }
  }

  @Test
  void anAddressOutsideTheLabSpoilsTheSession() {
    FlowRecord outside = Flows.flow(1, Flows.TCP, "client", 40_000, "10.199.9.9", 80, 9);
    assertThatThrownBy(() -> label(outside, content())).hasMessageContaining("is no host");
  }

  @Test
  void twoMeaningsSpoilTheSession() {
    FlowRecord both = Flows.flow(1, Flows.TCP, "client", 80, "server", 443, 9);
    Declaration other = declare("server", 443, Role.CONTENT, Kind.encrypted("TLS", "curl"));
    assertThatThrownBy(() -> label(both, content(), other)).hasMessageContaining("in two ways");
  }

  @Test
  void aDeclarationWithoutPortComesLast() {
    Declaration any =
        new Declaration(
            "client",
            "server",
            Transport.TCP,
            OptionalInt.empty(),
            Role.CONTROL,
            Kind.plain("RTP", "sipp"),
            Optional.empty(),
            Optional.empty());
    FlowRecord named = Flows.flow(1, Flows.TCP, "client", 40_000, "server", 80, 9);
    FlowRecord other = Flows.flow(1, Flows.TCP, "client", 40_000, "server", 81, 9);
    assertThat(label(named, any, content()).label().role()).isEqualTo(Role.CONTENT);
    assertThat(label(other, any, content()).label().protocol()).isEqualTo("RTP");
  }

  @Test
  void complaintsOfTheKernelAreBackground() {
    FlowRecord unreachable = Flows.flow(1, Flows.ICMP, "client", 3, "server", 3, 9);
    assertThat(label(unreachable, content()).label().role()).isEqualTo(Role.BACKGROUND);
  }

  private static Declaration content() {
    return declare("server", 80, Role.CONTENT, HTTP);
  }

  private static Declaration withWork(Role role, String work) {
    return new Declaration(
        "client",
        "tracker",
        Transport.TCP,
        OptionalInt.of(20_000),
        role,
        HTTP,
        Optional.of(work),
        Optional.empty());
  }

  private static Declaration declare(String server, int port, Role role, Kind kind) {
    return new Declaration(
        "client",
        server,
        Transport.TCP,
        OptionalInt.of(port),
        role,
        kind,
        Optional.empty(),
        Optional.empty());
  }

  private static FlowLabel label(FlowRecord flow, Declaration... declarations) {
    return new FlowLabeller(
            List.of(declarations), Flows.HOSTS, Optional.of(WORK), Map.of("foreign", FOREIGN))
        .label(flow);
  }
}
