package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.CorpusFacts;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;

/** A small run with every kind of outcome. */
final class Runs {

  static final Path CLAIMS = Path.of("../claims");
  static final Path POLICIES = Path.of("../policies");

  private Runs() {}

  static Bundle bundle() throws IOException {
    List<ClaimFile> claims = List.of(InputFiles.claims(CLAIMS.resolve("safemedia.json")));
    List<Policy> policies =
        List.of(
            InputFiles.policy(POLICIES.resolve("block-p2p.json")),
            InputFiles.policy(POLICIES.resolve("block-bittorrent.json")));
    CorpusFacts corpus = new CorpusFacts("test", "1", "00", true, "none");
    RunEvidence evidence =
        new RunEvidence(
            corpus,
            List.of(session("a", "c1"), session("b", "c2")),
            List.of(
                observation("a", 1, LegalStatus.LEGAL, new Outcome.Answered()),
                observation("b", 1, LegalStatus.INFRINGING, new Outcome.Crashed("boom: \"x\"")),
                observation("b", 7, LegalStatus.INFRINGING, new Outcome.TimedOut()),
                observation("b", 9, LegalStatus.INFRINGING, new Outcome.Skipped("no"))),
            Set.of(new FlowRef("b", 9), new FlowRef("b", 7)),
            3,
            Set.of("NETWORK"),
            List.of(
                new Accusation("b", "10.101.102.103", "peer list", Accusation.Deed.UNLICENSED)));
    return new Bundle(
        manifest(corpus, claims, policies, DecisionPoint.IN_PROCESS), evidence, policies, claims);
  }

  /** A bundle whose evidence is in memory as a whole, so that it can be compared. */
  static Bundle held(Bundle bundle) {
    return new Bundle(
        bundle.manifest(),
        RunEvidence.of(bundle.evidence()),
        bundle.policies(),
        bundle.claimFiles(),
        bundle.response(),
        bundle.beside());
  }

  static RunManifest manifest(
      CorpusFacts corpus, List<ClaimFile> claims, List<Policy> policies, DecisionPoint decision) {
    Map<String, String> claimDigests = new TreeMap<>();
    claims.forEach(file -> claimDigests.put(file.id(), Verification.digest(file)));
    Map<String, String> policyDigests = new TreeMap<>();
    policies.forEach(policy -> policyDigests.put(policy.id(), Verification.digest(policy)));
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        "test",
        new ClassifierFacts("x", "X", "1", "V", "D.", true, Set.of("NETWORK")),
        "11",
        corpus,
        claimDigests,
        policyDigests,
        1,
        true,
        3,
        decision,
        Map.of(),
        Set.of("NETWORK"),
        Map.of("os", "test"),
        Map.of("wallSeconds", 1.5),
        Map.of("sessions", 2L),
        "./dreyfus evaluate");
  }

  static Session session(String id, String cluster) {
    return new Session(
        1,
        id,
        cluster,
        "A <story> & more.",
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
      String session, long flow, LegalStatus status, Outcome outcome) {
    boolean legal = status == LegalStatus.LEGAL;
    Label label =
        new Label(
            status,
            legal ? LegalBasis.OPEN_LICENCE : LegalBasis.UNLICENSED_COPY,
            Protection.PLAIN,
            "BitTorrent",
            Optional.empty(),
            "app",
            Role.CONTENT,
            Optional.of("work"),
            Optional.empty());
    return new Observation(
        session,
        flow,
        label,
        10,
        2_000,
        10,
        1_000,
        0,
        outcome,
        Observation.VerdictKind.IDENTIFIED,
        Optional.of("BitTorrent"),
        1,
        Observation.Action.PASS,
        outcome instanceof Outcome.Answered ? Optional.of(0.123456789) : Optional.empty());
  }
}
