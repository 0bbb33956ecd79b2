package org.dreyfus.cluster;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Subject;
import org.dreyfus.external.program.Isolation;

/**
 * A classifier that executors are to open.
 *
 * @param id of the classifier
 * @param apart whether it runs in a process or container of its own
 * @param isolated whether something stands between that process and its machine
 * @param digest of what a vendor handed in; empty for bundled classifiers
 * @param options given to it for every session
 * @param feeds given to it, by name
 * @param learnt further options by session
 * @param identity what it must turn out to be: version and limits included
 */
record SubjectOrder(
    String id,
    boolean apart,
    boolean isolated,
    String digest,
    HashMap<String, String> options,
    HashSet<String> feeds,
    HashMap<String, HashMap<String, String>> learnt,
    String identity)
    implements Serializable {

  static SubjectOrder of(Subject subject) {
    Execution execution = subject.execution();
    HashMap<String, HashMap<String, String>> learnt = new HashMap<>();
    subject.learnt().forEach((session, own) -> learnt.put(session, new HashMap<>(own)));
    return new SubjectOrder(
        execution.descriptor().id(),
        execution instanceof Execution.Apart,
        !execution.isolation().equals(new Isolation.None().words()),
        execution instanceof Execution.Apart apart
            ? apart.plugin().digest()
            : ((Execution.InProcess) execution).digest(),
        new HashMap<>(subject.options()),
        subject.feeds().stream().map(Feed::name).collect(Collectors.toCollection(HashSet::new)),
        learnt,
        execution.identity());
  }

  /** The classifier, where the executor has opened it. */
  Subject subject(Execution execution) {
    Set<Feed> given = feeds.stream().map(Feed::valueOf).collect(Collectors.toSet());
    Map<String, Map<String, String>> bySession = new TreeMap<>(learnt);
    return new Subject(execution, options, given, bySession);
  }
}
