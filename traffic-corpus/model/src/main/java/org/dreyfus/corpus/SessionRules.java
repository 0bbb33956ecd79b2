package org.dreyfus.corpus;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a session and the labels of its flows must be. */
final class SessionRules {

  private static final String BROADCAST = "255.255.255.255";

  private final Corpus corpus;
  private final Session session;
  private final Set<String> addresses;
  private final List<String> problems = new ArrayList<>();

  SessionRules(Corpus corpus, Session session) {
    this.corpus = corpus;
    this.session = session;
    this.addresses = session.hosts().stream().map(Host::address).collect(Collectors.toSet());
  }

  /** One line each, beginning with the place. */
  List<String> problems() throws IOException {
    boolean reenacted = session.origin() == Origin.REENACTED;
    boolean replicated = session.origin() == Origin.REPLICATED;
    if (!replicated && reenacted != session.fidelity().isPresent()) {
      problem("a re-enacted session or its replica, and no other, states its fidelity");
    }
    Set<String> hosts = session.hosts().stream().map(Host::name).collect(Collectors.toSet());
    for (AddressMention mention : session.mentions()) {
      if (!hosts.contains(mention.host())) {
        problem("frame " + mention.frame() + " mentions unknown host " + mention.host());
      }
    }
    if (!Files.isRegularFile(corpus.capture(session))) {
      problem("its capture " + session.capture() + " is missing");
    }
    long last = 0;
    for (FlowLabel flow : corpus.flows(session)) {
      if (flow.flow() <= last) {
        problem(flow, "stands after flow " + last);
      }
      last = flow.flow();
      checkLabel(flow);
    }
    if (last == 0) {
      problem("no flow is labelled");
    }
    return List.copyOf(problems);
  }

  private void checkLabel(FlowLabel flow) throws IOException {
    Label label = flow.label();
    boolean unlicensed = label.legalBasis() == LegalBasis.UNLICENSED_COPY;
    boolean infringing = label.legalStatus() == LegalStatus.INFRINGING;
    if (unlicensed != infringing) {
      problem(flow, "INFRINGING and UNLICENSED_COPY go together");
    }
    if (infringing && label.work().isEmpty() && session.origin() != Origin.IMPORTED) {
      problem(flow, "an INFRINGING flow names its work");
    }
    boolean undetermined = label.legalStatus() == LegalStatus.UNDETERMINED;
    if (undetermined != (label.legalBasis() == LegalBasis.UNESTABLISHED)) {
      problem(flow, "UNDETERMINED and UNESTABLISHED go together");
    }
    if (undetermined != label.reason().isPresent()) {
      problem(flow, "UNDETERMINED, and nothing else, has a reason");
    }
    if (session.origin() != Origin.IMPORTED
        && label.role() == Role.CONTENT
        && label.work().isEmpty()
        && label.legalBasis() != LegalBasis.NOT_CONTENT) {
      problem(flow, "a CONTENT flow carries a work");
    }
    if ((label.protection() == Protection.TUNNELLED) != label.carries().isPresent()) {
      problem(flow, "TUNNELLED and 'carries' go together");
    }
    if (label.protection() == Protection.UNSTATED && session.origin() != Origin.IMPORTED) {
      problem(flow, "only an imported session may be UNSTATED");
    }
    if (label.work().isPresent()) {
      checkWork(flow, label.work().get());
    }
    checkHosts(flow);
  }

  private void checkWork(FlowLabel flow, String id) throws IOException {
    Optional<Work> work = Optional.ofNullable(corpus.works().get(id));
    if (work.isEmpty()) {
      problem(flow, "work '" + id + "' is not in works.json");
    } else if (work.get().legalStatus() != flow.label().legalStatus()) {
      problem(flow, "its status is not that of work '" + id + "'");
    }
  }

  private void checkHosts(FlowLabel flow) throws IOException {
    for (String address : List.of(flow.srcIp(), flow.destIp())) {
      if (!addresses.contains(address) && !isNobodys(address)) {
        problem(flow, address + " is no host of the session");
      }
    }
  }

  private static boolean isNobodys(String address) {
    try {
      InetAddress parsed = IpLiteral.parse(address);
      return parsed.isMulticastAddress()
          || parsed.isAnyLocalAddress()
          || parsed.isLinkLocalAddress()
          || address.equals(BROADCAST);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void problem(String text) {
    problems.add(Places.of(session) + ": " + text);
  }

  private void problem(FlowLabel flow, String text) throws IOException {
    problems.add(Places.of(corpus, session, flow.flow()) + ": flow " + flow.flow() + ": " + text);
  }
}
