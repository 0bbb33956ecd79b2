package org.dreyfus.recorder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.IpProtocols;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Work;
import org.dreyfus.recorder.scenario.Declaration;
import org.dreyfus.recorder.scenario.Kind;

/** Labels flows by what the scenario declared. A flow that nobody declared spoils the session. */
final class FlowLabeller {

  private static final int ICMP = 1;

  private final List<Declaration> declarations;
  private final Map<String, String> hostByAddress;
  private final Optional<Work> work;
  private final Map<String, Work> furtherWorks;

  /**
   * @param hostByAddress names of hosts by address
   * @param work that CONTENT and CONTROL flows carry and serve
   * @param furtherWorks that declarations name, by that name
   */
  FlowLabeller(
      List<Declaration> declarations,
      Map<String, String> hostByAddress,
      Optional<Work> work,
      Map<String, Work> furtherWorks) {
    this.declarations = declarations;
    this.hostByAddress = hostByAddress;
    this.work = work;
    this.furtherWorks = Map.copyOf(furtherWorks);
  }

  FlowLabel label(FlowRecord flow) {
    return describe(flow, labelOf(flow.key()));
  }

  /** A flow with its label, as it stands in {@code flows.jsonl}. */
  static FlowLabel describe(FlowRecord flow, Label label) {
    FlowKey key = flow.key();
    return new FlowLabel(
        flow.flow(),
        flow.firstTimestampNanos(),
        IpProtocols.name(key.ipProtocol()),
        key.initiator().getHostAddress(),
        key.initiatorPort(),
        key.responder().getHostAddress(),
        key.responderPort(),
        label);
  }

  private Label labelOf(FlowKey key) {
    String initiator = host(key.initiator().getHostAddress());
    String responder = host(key.responder().getHostAddress());
    if (key.ipProtocol() == ICMP) {
      return notContent("ICMP", "kernel", Protection.PLAIN, Role.BACKGROUND);
    }
    Set<Declaration> matching =
        declarations.stream()
            .filter(d -> matches(d, key, Set.of(initiator, responder)))
            .collect(Collectors.toSet());
    if (matching.stream().anyMatch(d -> d.port().isPresent())) {
      matching.removeIf(d -> d.port().isEmpty());
    }
    Set<Label> labels = matching.stream().map(this::label).collect(Collectors.toSet());
    if (labels.size() != 1) {
      throw new RecordingFailure(
          labels.isEmpty()
              ? "nobody declared the flow " + key
              : "the flow " + key + " was declared in two ways");
    }
    return labels.iterator().next();
  }

  private String host(String address) {
    return Optional.ofNullable(hostByAddress.get(address))
        .orElseThrow(() -> new RecordingFailure(address + " is no host of the lab"));
  }

  private static boolean matches(Declaration declaration, FlowKey key, Set<String> hosts) {
    boolean sameTransport = declaration.transport().ipProtocol() == key.ipProtocol();
    boolean samePort =
        declaration.port().isEmpty()
            || declaration.port().getAsInt() == key.initiatorPort()
            || declaration.port().getAsInt() == key.responderPort();
    return sameTransport
        && samePort
        && hosts.equals(Set.of(declaration.oneHost(), declaration.otherHost()));
  }

  private Label label(Declaration declaration) {
    Kind kind = declaration.kind();
    Optional<Work> served = served(declaration);
    Optional<String> reason = declaration.undetermined().or(() -> served.flatMap(this::doubt));
    return new Label(
        reason.isPresent()
            ? LegalStatus.UNDETERMINED
            : served.map(Work::legalStatus).orElse(LegalStatus.LEGAL),
        reason.isPresent()
            ? LegalBasis.UNESTABLISHED
            : served.map(Work::legalBasis).orElse(LegalBasis.NOT_CONTENT),
        kind.protection(),
        kind.protocol(),
        kind.carries(),
        kind.application(),
        declaration.role(),
        served.map(Work::id),
        reason);
  }

  private Optional<Work> served(Declaration declaration) {
    boolean apart = declaration.role() == Role.BACKGROUND || declaration.role() == Role.ATTACK;
    if (apart || declaration.undetermined().isPresent()) {
      return Optional.empty();
    }
    return declaration.work().isPresent() ? Optional.of(further(declaration.work().get())) : work;
  }

  private Work further(String name) {
    return Optional.ofNullable(furtherWorks.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no further work '" + name + "'"));
  }

  private Optional<String> doubt(Work served) {
    return served.legalStatus() == LegalStatus.UNDETERMINED
        ? Optional.of(served.rights())
        : Optional.empty();
  }

  private static Label notContent(
      String protocol, String application, Protection protection, Role role) {
    return new Label(
        LegalStatus.LEGAL,
        LegalBasis.NOT_CONTENT,
        protection,
        protocol,
        Optional.empty(),
        application,
        role,
        Optional.empty(),
        Optional.empty());
  }
}
