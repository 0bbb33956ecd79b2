package org.dreyfus.recorder;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Work;

/**
 * Checks that the flows labelled CONTENT are where the work went: a work of random blocks cannot be
 * packed, so that they carry about as many bytes as it has, and no other flow does.
 */
final class VolumeCheck {

  /** Part of the work's size that CONTENT flows carry at least. */
  private static final double LEAST = 0.9;

  /** Part of the work's size that any other flow stays below. */
  private static final double MOST_ELSEWHERE = 0.5;

  private final Map<Long, Long> payloadBytes;
  private final List<FlowLabel> labels;

  VolumeCheck(List<FlowRecord> flows, List<FlowLabel> labels) {
    this.payloadBytes =
        flows.stream().collect(Collectors.toMap(FlowRecord::flow, FlowRecord::payloadBytes));
    this.labels = labels;
  }

  /**
   * @param work that CONTENT flows carry, if any do
   * @throws RecordingFailure when the labels cannot be right
   */
  void requireCarried(Work work) {
    boolean moved = labels.stream().anyMatch(label -> carries(label, work));
    long content = 0;
    for (FlowLabel label : labels) {
      long bytes = payloadBytes.getOrDefault(label.flow(), 0L);
      if (carries(label, work)) {
        content += bytes;
      } else if (serves(label, work) && bytes >= MOST_ELSEWHERE * work.sizeBytes()) {
        throw new RecordingFailure(
            "flow %d carries %d bytes but is labelled %s"
                .formatted(label.flow(), bytes, label.label().role()));
      }
    }
    if (moved && content < LEAST * work.sizeBytes()) {
      throw new RecordingFailure(
          "CONTENT flows carry %d bytes, the work has %d".formatted(content, work.sizeBytes()));
    }
  }

  private static boolean carries(FlowLabel flow, Work work) {
    return flow.label().role() == Role.CONTENT
        && flow.label().work().filter(work.id()::equals).isPresent();
  }

  /** What carries another work, an attack, or an undetermined flow says nothing of this one. */
  private static boolean serves(FlowLabel flow, Work work) {
    boolean another =
        flow.label().role() == Role.CONTENT
            && flow.label().work().filter(id -> !id.equals(work.id())).isPresent();
    return !another
        && flow.label().role() != Role.ATTACK
        && flow.label().legalStatus() != LegalStatus.UNDETERMINED;
  }
}
