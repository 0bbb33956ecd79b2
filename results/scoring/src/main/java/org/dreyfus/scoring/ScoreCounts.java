package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dreyfus.corpus.Pair;

/**
 * All that a {@link ScoreTally} has counted, to be sent from one process to another of the same
 * version. What it takes hangs on clusters, routes, names and errors, not on flows.
 */
public final class ScoreCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HeadlineTally headline = new HeadlineTally();
  private final Strata strata = new Strata();
  private final Totals totals = new Totals();
  private final ConductTally conduct = new ConductTally();

  private final TreeMap<String, ArrayList<ClaimTally>> claims = new TreeMap<>();
  private final PairsTally pairs = new PairsTally();
  private final CeilingTally ceiling = new CeilingTally();
  private final RouteTally routes = new RouteTally();
  private final ConsequencesTally consequences = new ConsequencesTally();
  private final ProtocolScores protocols = new ProtocolScores();
  private final ErrorTally falsePositives = new ErrorTally(ErrorTally.Kind.FALSE_POSITIVE);
  private final ErrorTally letThrough = new ErrorTally(ErrorTally.Kind.LET_THROUGH);
  private final AccusationTally accusations = new AccusationTally();
  private final RocTally roc = new RocTally();
  private final OwnCeilingTally ownCeiling = new OwnCeilingTally();
  private final LeakageTally leakage = new LeakageTally();

  ScoreCounts() {}

  void add(SessionJudgement session, List<ClaimFile> claimFiles) {
    headline.add(session);
    strata.add(session);
    totals.add(session);
    conduct.add(session);
    if (session.inHeadline()) {
      addCounted(session);
      claimFiles.forEach(file -> addClaims(session, file));
    }
  }

  /** A session that counts in headline rates. */
  private void addCounted(SessionJudgement session) {
    pairs.add(session);
    ceiling.add(session);
    routes.add(session);
    consequences.add(session);
    protocols.add(session);
    falsePositives.add(session);
    letThrough.add(session);
    accusations.add(session);
    roc.add(session);
    ownCeiling.add(session);
    leakage.add(session);
  }

  private void addClaims(SessionJudgement session, ClaimFile file) {
    List<ClaimTally> its = claims(file.id(), file.claims().size());
    for (int i = 0; i < its.size(); i++) {
      its.get(i).add(file.claims().get(i), session);
    }
  }

  private List<ClaimTally> claims(String file, int count) {
    ArrayList<ClaimTally> its = claims.computeIfAbsent(file, absent -> new ArrayList<>());
    while (its.size() < count) {
      its.add(new ClaimTally());
    }
    return its;
  }

  void add(ScoreCounts other) {
    headline.add(other.headline);
    strata.add(other.strata);
    totals.add(other.totals);
    conduct.add(other.conduct);
    pairs.add(other.pairs);
    ceiling.add(other.ceiling);
    routes.add(other.routes);
    consequences.add(other.consequences);
    protocols.add(other.protocols);
    falsePositives.add(other.falsePositives);
    letThrough.add(other.letThrough);
    accusations.add(other.accusations);
    roc.add(other.roc);
    ownCeiling.add(other.ownCeiling);
    leakage.add(other.leakage);
    other.claims.forEach(
        (file, theirs) -> {
          List<ClaimTally> its = claims(file, theirs.size());
          for (int i = 0; i < theirs.size(); i++) {
            its.get(i).add(theirs.get(i));
          }
        });
  }

  /**
   * @param onWire all sessions, when a device was run
   */
  Scorecard scorecard(
      String classifier,
      Policy policy,
      RunFacts facts,
      List<ClaimFile> claimFiles,
      List<SessionJudgement> onWire) {
    ProtocolCeiling byProtocol = ceiling.ceiling();
    List<PairTest> tests = pairs.tests();
    return new Scorecard(
        classifier,
        policy,
        facts.corpus(),
        facts.feeds(),
        facts.blindingKeys(),
        headline.headline(),
        claimFiles.stream().map(file -> results(file, facts, onWire)).toList(),
        PairsTally.overall(tests, Pair.Type.W),
        tests,
        pairs.rows(),
        byProtocol,
        routes.routes(),
        consequences.consequences(),
        strata.strata(),
        totals.totals(),
        protocols.scores(),
        falsePositives.errors(),
        letThrough.errors(),
        accusations.hosts(),
        roc.roc(),
        ownCeiling.ceiling(byProtocol.mix()),
        ProtocolPrice.of(byProtocol),
        leakage.leakage(),
        conduct.summaries(),
        facts.inline().map(seen -> InlineSummary.of(seen, onWire)));
  }

  private ClaimResults results(ClaimFile file, RunFacts facts, List<SessionJudgement> onWire) {
    Judge judge = new Judge(facts, onWire, Alpha.of(file));
    List<ClaimTally> its = claims(file.id(), file.claims().size());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < its.size(); i++) {
      findings.add(judge.decide(file.claims().get(i), its.get(i)));
    }
    return new ClaimResults(
        file.id(),
        file.title(),
        file.about(),
        file.sharingAlpha(),
        findings,
        Contradiction.among(file.claims()));
  }
}
