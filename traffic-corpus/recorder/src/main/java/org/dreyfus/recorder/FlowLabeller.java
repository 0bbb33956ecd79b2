package org.dreyfus.recorder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Work;
import org.dreyfus.recorder.scenario.Declaration;

/** Labels flows by what the scenario declared. A flow that nobody declared spoils the session. */
final class FlowLabeller {

  private static final Map<Integer, String> PROTOCOLS = Map.of(1, "ICMP", 6, "TCP", 17, "UDP");
  private static final int ICMP = 1;

  private final List<Declaration> declarations;
  private final Map<String, String> hostByAddress;
  private final Optional<Work> work;

  /**
   * @param hostByAddress names of hosts by address
   * @param work that CONTENT and CONTROL flows carry and serve
   */
  FlowLabeller(
      List<Declaration> declarations, Map<String, String> hostByAddress, Optional<Work> work) {
    this.declarations = declarations;
    this.hostByAddress = hostByAddress;
    this.work = work;
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
        PROTOCOLS.getOrDefault(key.ipProtocol(), Integer.toString(key.ipProtocol())),
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
    boolean sameTransport = declaration.transport().name().equals(PROTOCOLS.get(key.ipProtocol()));
    boolean samePort =
        declaration.port().isEmpty()
            || declaration.port().getAsInt() == key.initiatorPort()
            || declaration.port().getAsInt() == key.responderPort();
    return sameTransport
        && samePort
        && hosts.equals(Set.of(declaration.oneHost(), declaration.otherHost()));
  }

  private Label label(Declaration declaration) {
    if (declaration.role() == Role.BACKGROUND || work.isEmpty()) {
      return new Label(
          LegalStatus.LEGAL,
          LegalBasis.NOT_CONTENT,
          declaration.kind().protection(),
          declaration.kind().protocol(),
          declaration.kind().carries(),
          declaration.kind().application(),
          declaration.role(),
          Optional.empty());
    }
    Work moved = work.get();
    return new Label(
        moved.legalStatus(),
        moved.legalBasis(),
        declaration.kind().protection(),
        declaration.kind().protocol(),
        declaration.kind().carries(),
        declaration.kind().application(),
        declaration.role(),
        Optional.of(moved.id()));
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
        Optional.empty());
  }
}
