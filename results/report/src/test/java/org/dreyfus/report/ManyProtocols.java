package org.dreyfus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;

/** A run over many protocols, some of which sessions share: its ceiling has many vertices. */
final class ManyProtocols {

  private static final List<String> CONTENT =
      List.of(
          "BitTorrent",
          "eDonkey",
          "Gnutella",
          "HTTP",
          "TLS",
          "QUIC",
          "FTP_DATA",
          "SSH",
          "SMTP",
          "IRC",
          "RTP",
          "RTSP",
          "OpenVPN",
          "WireGuard",
          "Tor");

  private ManyProtocols() {}

  /** Session i moves its work over a protocol, asks a name server, and now and then a tracker. */
  static Bundle bundle() {
    Bundle pattern = PagesTest.bundle(false, true, new Outcome.Answered());
    List<Session> sessions = new ArrayList<>();
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      String id = "s%03d".formatted(i);
      String protocol = CONTENT.get(i % CONTENT.size());
      boolean infringing = i * 31 % 97 < 80 - 5 * (i % CONTENT.size());
      boolean blocked = i * 17 % 23 < 9;
      sessions.add(session(id, "cluster-" + i / 2));
      observations.add(observation(id, 1, protocol, Role.CONTENT, infringing, blocked));
      observations.add(observation(id, 7, "DNS", Role.BACKGROUND, false, false));
      if (i % 4 == 0) {
        observations.add(observation(id, 9, "HTTP", Role.CONTROL, infringing, i % 12 == 0));
      }
      if (i % 7 == 0) {
        observations.add(observation(id, 11, "TLS", Role.CONTROL, infringing, false));
      }
    }
    RunEvidence seen = RunEvidence.of(pattern.evidence());
    return new Bundle(
        pattern.manifest(),
        new RunEvidence(seen.corpus(), sessions, observations, Set.of(), 3, Set.of(), List.of()),
        List.of(Policy.OWN),
        pattern.claimFiles());
  }

  private static Session session(String id, String cluster) {
    return new Session(
        1,
        id,
        cluster,
        "A story.",
        cluster,
        Origin.RECORDED,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        "capture.pcap",
        0,
        1,
        List.of(),
        Session.Rekeying.FULL,
        new Session.Checks(true, true, "by hand"));
  }

  private static Observation observation(
      String session, long flow, String protocol, Role role, boolean infringing, boolean blocked) {
    boolean work = role == Role.CONTENT;
    Label label =
        new Label(
            infringing ? LegalStatus.INFRINGING : LegalStatus.LEGAL,
            infringing
                ? LegalBasis.UNLICENSED_COPY
                : work ? LegalBasis.OPEN_LICENCE : LegalBasis.NOT_CONTENT,
            Protection.PLAIN,
            protocol,
            Optional.empty(),
            "app",
            role,
            work ? Optional.of("work") : Optional.empty(),
            Optional.empty());
    return new Observation(
        session,
        flow,
        label,
        10,
        2_000,
        10,
        work ? 1_000 : 0,
        0,
        new Outcome.Answered(),
        blocked ? Observation.VerdictKind.BLOCK : Observation.VerdictKind.ALLOW,
        Optional.empty(),
        1,
        blocked ? Observation.Action.BLOCK : Observation.Action.PASS);
  }
}
