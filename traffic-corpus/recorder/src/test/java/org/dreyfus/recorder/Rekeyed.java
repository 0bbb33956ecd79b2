package org.dreyfus.recorder;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dreyfus.capture.rekey.KeyedHost;
import org.dreyfus.capture.rekey.Mention;
import org.dreyfus.capture.rekey.Rekeyer;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Session;

/** Re-keys a session and looks for what should be gone. */
final class Rekeyed {

  private Rekeyed() {}

  /** Recorded addresses that still stand in payloads of plain flows after re-keying. */
  static List<AddressMention> remaining(Corpus corpus, Session session) throws IOException {
    Map<String, InetAddress> recorded = new HashMap<>();
    List<KeyedHost> hosts = new ArrayList<>();
    for (Host host : session.hosts()) {
      InetAddress address = InetAddress.getByName(host.address());
      recorded.put(host.name(), address);
      hosts.add(new KeyedHost(host.name(), address, host.announcedPorts()));
    }
    Rekeyer rekeyer =
        new Rekeyer(
            session.id().getBytes(StandardCharsets.UTF_8),
            Map.of(),
            hosts,
            session.mentions().stream().map(Rekeyed::mention).toList(),
            session.startNanos());
    CaptureFacts facts = CaptureFacts.of(corpus.capture(session), recorded, rekeyer);
    Set<Long> plain =
        corpus.flows(session).stream()
            .filter(flow -> flow.label().protection() == Protection.PLAIN)
            .map(FlowLabel::flow)
            .collect(Collectors.toSet());
    return facts.mentions().stream()
        .filter(m -> plain.contains(facts.flowOfFrame().getOrDefault(m.frame(), 0L)))
        .toList();
  }

  private static Mention mention(AddressMention m) {
    return new Mention(
        m.frame(),
        m.offset(),
        m.host(),
        Mention.Form.valueOf(m.encoding().name()),
        m.from(),
        m.length());
  }
}
