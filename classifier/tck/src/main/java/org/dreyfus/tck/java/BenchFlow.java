package org.dreyfus.tck.java;

import java.util.Optional;
import java.util.function.Supplier;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Verdict;

/** The one view of all flows, as the harness has one. */
final class BenchFlow implements Flow {

  private final FlowTable table;
  private int place;
  private LiveFlow flow = new LiveFlow(0, 0);

  BenchFlow(FlowTable table) {
    this.table = table;
  }

  BenchFlow turn(int to, LiveFlow live) {
    place = to;
    flow = live;
    return this;
  }

  @Override
  public long id() {
    return flow.id;
  }

  @Override
  public int slot() {
    return flow.slot;
  }

  @Override
  public FlowKey key() {
    return table.key(place);
  }

  @Override
  public int ipProtocol() {
    return table.ipProtocol(place);
  }

  @Override
  public int initiatorPort() {
    return table.initiatorPort(place);
  }

  @Override
  public int responderPort() {
    return table.responderPort(place);
  }

  @Override
  public long packets() {
    return table.packets(place);
  }

  @Override
  public long packets(Direction direction) {
    return table.packets(place, direction);
  }

  @Override
  public long bytes() {
    return table.bytes(place);
  }

  @Override
  public Verdict verdict() {
    return flow.verdict;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T attachment(Supplier<? extends T> initial) {
    Object kept = flow.attachment.orElseGet(initial::get);
    flow.attachment = Optional.of(kept);
    return (T) kept;
  }
}
