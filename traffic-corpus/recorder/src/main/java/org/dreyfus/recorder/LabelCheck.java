package org.dreyfus.recorder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.vocabulary.Naming;
import org.dreyfus.corpus.vocabulary.Vocabulary;
import org.dreyfus.recorder.scenario.Listener;

/**
 * Confirms labels from two sources that know nothing of them: Wireshark's dissectors, and the
 * kernel's table of listening sockets. A flow is confirmed when tshark names its protocol, or when
 * tshark names nothing and the scenario's program held one of its ports. Not confirmed is a flow
 * that tshark calls something else, and one labelled PLAIN CONTENT that tshark cannot read although
 * it knows the protocol.
 *
 * <p>A name that no label can carry counts as none: tshark guesses from a port number or from two
 * bytes, and calls one random flow in five thousand an air traffic protocol or a database's.
 */
final class LabelCheck {

  private static final String TRACKER_OVER = "http";

  private final Dissection dissection;
  private final Collection<Listener> listeners;
  private final Map<String, String> hostByAddress;

  /**
   * @param hostByAddress names of hosts by address
   */
  LabelCheck(
      Dissection dissection, Collection<Listener> listeners, Map<String, String> hostByAddress) {
    this.dissection = dissection;
    this.listeners = listeners;
    this.hostByAddress = hostByAddress;
  }

  /**
   * @param flows those with payload; an attempt that nobody answered has nothing to confirm
   */
  Session.Checks check(boolean delivered, List<FlowLabel> flows) {
    int dissected = 0;
    int held = 0;
    List<String> doubts = new ArrayList<>();
    for (FlowLabel flow : flows) {
      Set<String> named = dissection.of(flow.flow());
      if (agrees(flow, named)) {
        dissected++;
      } else if (isOpaque(named) && !mustBeReadable(flow) && isHeld(flow)) {
        held++;
      } else {
        doubts.add(doubt(flow, named));
      }
    }
    return new Session.Checks(delivered, doubts.isEmpty(), method(flows, dissected, held, doubts));
  }

  /**
   * What a dissector says against a label, in one sentence; empty when it agrees or cannot tell.
   *
   * @param named protocols that it names in the flow
   */
  static Optional<String> objection(FlowLabel flow, Set<String> named) {
    boolean objects = isOpaque(named) ? mustBeReadable(flow) : !agrees(flow, named);
    return objects ? Optional.of(doubt(flow, named)) : Optional.empty();
  }

  private String method(List<FlowLabel> flows, int dissected, int held, List<String> doubts) {
    String text =
        ("What arrived was compared with what was sent. Of %d labelled flows with payload, tshark"
                + " named the protocol of %d; of %d that are opaque to it, the kernel named the"
                + " listening program (%s).")
            .formatted(flows.size(), dissected, held, programs());
    return doubts.isEmpty() ? text : text + " Not confirmed: " + String.join("; ", doubts) + ".";
  }

  private String programs() {
    Set<String> names = new TreeSet<>();
    listeners.forEach(
        l ->
            names.add("%s %d of %s: %s".formatted(l.transport(), l.port(), l.host(), l.program())));
    return String.join(", ", names);
  }

  private static boolean agrees(FlowLabel flow, Set<String> named) {
    Set<String> expected = Vocabulary.wiresharkNames(flow.label().protocol());
    boolean tracker =
        flow.label().protocol().equals("BitTorrent")
            && flow.label().role() == Role.CONTROL
            && named.contains(TRACKER_OVER);
    return tracker || named.stream().anyMatch(expected::contains);
  }

  private static boolean isOpaque(Set<String> named) {
    return named.stream().allMatch(name -> Vocabulary.meanings(Naming.WIRESHARK, name).isEmpty());
  }

  private static boolean mustBeReadable(FlowLabel flow) {
    return flow.label().role() == Role.CONTENT
        && flow.label().protection() == Protection.PLAIN
        && !Vocabulary.wiresharkNames(flow.label().protocol()).isEmpty();
  }

  private boolean isHeld(FlowLabel flow) {
    return listeners.stream()
        .filter(listener -> listener.transport().name().equals(flow.proto()))
        .anyMatch(
            listener ->
                holds(listener, flow.destIp(), flow.destPort())
                    || holds(listener, flow.srcIp(), flow.srcPort()));
  }

  private boolean holds(Listener listener, String address, int port) {
    boolean samePort = listener.port() == port || listener.transport().isPortless();
    return samePort && listener.host().equals(hostByAddress.get(address));
  }

  private static String doubt(FlowLabel flow, Set<String> named) {
    return "flow %d is labelled %s, tshark names %s"
        .formatted(
            flow.flow(),
            flow.label().protocol(),
            named.isEmpty() ? "nothing" : String.join(", ", named));
  }
}
