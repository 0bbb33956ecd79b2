package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.external.StreamAnswers;

/**
 * What all classifiers said of one session, before labels are joined.
 *
 * @param summary of the pass
 * @param flows in the order in which they ended
 * @param taking the classifiers that took part, by index; answers stand in this order
 * @param answers one list a flow
 * @param accused hosts, with the addresses that the classifier saw
 * @param timedOut the classifiers that did not return in time, by index
 * @param streamed what those said that ran apart, by index
 */
record SessionAnswers(
    PassSummary summary,
    List<FlowRecord> flows,
    List<Integer> taking,
    List<List<Answer>> answers,
    List<Accused> accused,
    Set<Integer> timedOut,
    Map<Integer, StreamAnswers> streamed) {

  /** A host that a classifier accused. */
  record Accused(int classifier, InetAddress host, String reason) {}

  /** The same with what those said that ran apart. */
  SessionAnswers with(Map<Integer, StreamAnswers> apart) {
    List<Accused> all = new ArrayList<>(accused);
    apart.forEach(
        (classifier, said) ->
            said.accused().forEach((host, why) -> all.add(new Accused(classifier, host, why))));
    return new SessionAnswers(summary, flows, taking, answers, all, timedOut, Map.copyOf(apart));
  }

  /** What a classifier said that ran apart. */
  Optional<StreamAnswers> streamed(int classifier) {
    return Optional.ofNullable(streamed.get(classifier));
  }

  /** The answer of a classifier on the {@code flow}-th flow; empty when it timed out. */
  Optional<Answer> answer(int classifier, int flow) {
    int position = taking.indexOf(classifier);
    return position < 0 ? Optional.empty() : Optional.of(answers.get(flow).get(position));
  }
}
