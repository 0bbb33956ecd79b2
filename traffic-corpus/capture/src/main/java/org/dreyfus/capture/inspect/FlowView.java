package org.dreyfus.capture.inspect;

import java.util.function.Supplier;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Verdict;

/** The current flow as one classifier sees it. */
final class FlowView implements Flow {

  private final FlowTable flows;
  private final FlowAnswers answers;
  private int slot;

  FlowView(FlowTable flows, FlowAnswers answers) {
    this.flows = flows;
    this.answers = answers;
  }

  void turn(int to) {
    slot = to;
  }

  @Override
  public long id() {
    return flows.firstFrame(slot);
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public FlowKey key() {
    return flows.key(slot);
  }

  @Override
  public int ipProtocol() {
    return flows.ipProtocol(slot);
  }

  @Override
  public int initiatorPort() {
    return flows.initiatorPort(slot);
  }

  @Override
  public int responderPort() {
    return flows.responderPort(slot);
  }

  @Override
  public long packets() {
    return flows.packets(slot);
  }

  @Override
  public long packets(Direction direction) {
    return flows.packets(slot, direction);
  }

  @Override
  public long bytes() {
    return flows.bytes(slot);
  }

  @Override
  public Verdict verdict() {
    return answers.verdict(slot);
  }

  @Override
  public <T> T attachment(Supplier<? extends T> initial) {
    return answers.attachment(slot, initial);
  }
}
