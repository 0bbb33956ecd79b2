package org.dreyfus.cli;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.bundle.Criteria;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Subject;
import org.dreyfus.scoring.Evidence;

/**
 * One blocker that was measured.
 *
 * @param provider its id, whatever it was told
 * @param classifier what it is
 * @param evidence of its run
 * @param criteria policies that may be applied, and claims put to it
 * @param identity decides, with options and feeds, which run it is
 * @param decisionPoint how it is known at which packet it decided
 * @param environment facts beside those of the machine
 * @param reproduce the command that makes the bundle again
 */
record Entrant(
    String provider,
    ClassifierFacts classifier,
    Evidence evidence,
    Criteria criteria,
    String identity,
    Map<String, String> options,
    DecisionPoint decisionPoint,
    Map<String, String> environment,
    String reproduce) {

  /** A classifier that was run on recorded captures. */
  static Entrant of(Run.Result result, Corpus corpus, Yardsticks yardsticks, long seed)
      throws IOException {
    Subject subject = result.subject();
    return new Entrant(
        subject.execution().descriptor().id(),
        facts(subject.descriptor()),
        result.evidence(),
        new Criteria(yardsticks.policiesFor(subject), yardsticks.claimsFor(subject)),
        subject.execution().identity(),
        subject.options(),
        subject.decisionPoint(),
        environment(subject),
        reproduce(subject, corpus, seed));
  }

  private static String reproduce(Subject subject, Corpus corpus, long seed) {
    String which = "--classifier " + subject.execution().descriptor().id();
    if (subject.execution() instanceof Execution.Apart apart) {
      which = apart.plugin().digest().isEmpty() ? which + " --apart" : "--plugin plugin.json";
    }
    return "./dreyfus evaluate %s --corpus %s --seed %d"
        .formatted(which, corpus.manifest().id(), seed);
  }

  private static ClassifierFacts facts(ClassifierDescriptor descriptor) {
    return new ClassifierFacts(
        descriptor.id(),
        descriptor.name(),
        descriptor.version(),
        descriptor.vendor(),
        descriptor.description(),
        descriptor.reconstruction(),
        new TreeSet<>(descriptor.feeds().stream().map(Enum::name).toList()));
  }

  private static Map<String, String> environment(Subject subject) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("isolation", subject.execution().isolation());
    if (subject.execution() instanceof Execution.Apart apart) {
      facts.put("plugin", "SHA-256 " + apart.plugin().digest());
      facts.put("timing", apart.plugin().timing().name());
    } else if (subject.execution() instanceof Execution.InProcess here
        && !here.digest().isEmpty()) {
      facts.put("plugin", "SHA-256 " + here.digest());
    }
    return facts;
  }
}
