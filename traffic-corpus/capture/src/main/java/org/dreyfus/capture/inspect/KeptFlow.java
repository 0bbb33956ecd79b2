package org.dreyfus.capture.inspect;

import java.util.List;
import java.util.Optional;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Verdict;

/**
 * An ended flow that outlives its slot.
 *
 * @param endedAtFrame number of the frame that began the next flow of the same key
 */
record KeptFlow(long endedAtFrame, FlowRecord record, List<Answer> answers) implements EndedFlow {

  @Override
  public FlowKey key() {
    return record.key();
  }

  @Override
  public long packets() {
    return record.packets();
  }

  @Override
  public long bytes() {
    return record.bytes();
  }

  @Override
  public Verdict verdict(int classifier) {
    return answers.get(classifier).verdict();
  }

  @Override
  public long decidedAtPacket(int classifier) {
    return answers.get(classifier).decidedAtPacket();
  }

  @Override
  public Optional<String> crash(int classifier) {
    return answers.get(classifier).crash();
  }
}
