package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.Accusation.Deed;

/** What each host of a session did, by the labels of the flows that it was an end of. */
final class Deeds {

  private final Session session;
  private final Map<InetAddress, Deed> deeds = new HashMap<>();
  private final Map<InetAddress, String> recorded = new HashMap<>();

  Deeds(Session session, List<FlowLabel> flows) {
    this.session = session;
    for (Host host : session.hosts()) {
      InetAddress address = IpLiteral.parse(host.address());
      deeds.put(address, Deed.NO_WORK);
      recorded.put(address, host.address());
    }
    for (FlowLabel flow : flows) {
      if (flow.label().role() == Role.CONTENT && movesWork(flow.label())) {
        note(flow.srcIp(), deed(flow.label()));
        note(flow.destIp(), deed(flow.label()));
      }
    }
  }

  /** Talk and measurements are content without a work. */
  private static boolean movesWork(Label label) {
    return label.legalBasis() != LegalBasis.NOT_CONTENT;
  }

  private static Deed deed(Label label) {
    if (label.legalStatus() == LegalStatus.INFRINGING) {
      return Deed.UNLICENSED;
    }
    return label.legalStatus() == LegalStatus.UNDETERMINED ? Deed.UNDETERMINED : Deed.LAWFUL;
  }

  /** The gravest stands; addresses of no host (groups, everybody) are nobody's deed. */
  private void note(String address, Deed deed) {
    deeds.computeIfPresent(
        IpLiteral.parse(address), (host, before) -> deed.compareTo(before) < 0 ? deed : before);
  }

  Accusation accusation(InetAddress host, String reason) {
    return new Accusation(
        session.id(),
        Optional.ofNullable(recorded.get(host)).orElseGet(host::getHostAddress),
        reason,
        deeds.getOrDefault(host, Deed.NOBODY));
  }
}
