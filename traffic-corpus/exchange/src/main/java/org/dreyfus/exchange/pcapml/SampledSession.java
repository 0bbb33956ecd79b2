package org.dreyfus.exchange.pcapml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;
import org.dreyfus.exchange.labels.SessionFields;

/** The packets of one session, and the samples that they belong to. */
final class SampledSession {

  private static final String ONE_THING = "one sample is one thing";

  /**
   * A packet of the session.
   *
   * @param index in the spool
   * @param frame position in the session's capture; 0 when the file does not say
   * @param sample it belongs to
   */
  record Packet(int index, long frame, Sample sample) {}

  /**
   * A sample.
   *
   * @param id as the file names it
   * @param fields that make a label, and those of the session
   * @param place of its first packet
   */
  record Sample(String id, Map<String, String> fields, Place place) {}

  /** A label and where it was read. */
  record Named(Label label, Place place) {}

  private final String name;
  private final List<Packet> packets = new ArrayList<>();
  private final Map<String, Sample> samples = new LinkedHashMap<>();

  SampledSession(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Fields of the first sample that has a program or class, or of the first. */
  Map<String, String> fields() {
    return samples.values().stream()
        .map(Sample::fields)
        .filter(f -> f.containsKey(LabelFields.PROGRAM) || f.containsKey(LabelFields.CLASS))
        .findFirst()
        .orElseGet(() -> samples.values().iterator().next().fields());
  }

  Place place() {
    return samples.values().iterator().next().place();
  }

  void add(String id, Map<String, String> fields, Place place, int index) throws ExchangeException {
    Map<String, String> relevant = relevant(fields);
    Sample sample = samples.computeIfAbsent(id, absent -> new Sample(id, relevant, place));
    if (!sample.fields().equals(relevant)) {
      throw place.problem("sample %s was labelled otherwise before; %s".formatted(id, ONE_THING));
    }
    packets.add(new Packet(index, position(fields, place), sample));
  }

  private static Map<String, String> relevant(Map<String, String> fields) {
    Map<String, String> kept = new LinkedHashMap<>(fields);
    kept.keySet()
        .removeIf(
            key ->
                !LabelFields.NAMES.contains(key)
                    && !SessionFields.NAMES.contains(key)
                    && !key.equals(LabelFields.CLASS)
                    && !key.equals(LabelFields.PROGRAM));
    return kept;
  }

  private static long position(Map<String, String> fields, Place place) throws ExchangeException {
    Optional<String> text = SessionFields.value(fields, PcapmlKeys.FRAME);
    if (text.isPresent() && !text.get().matches("[1-9]\\d{0,17}")) {
      throw place.problem("frame '" + text.get() + "' is no position; they count from 1");
    }
    return text.map(Long::parseLong).orElse(0L);
  }

  /** In the order of the capture that they came from, or of time when it is not known. */
  List<Packet> ordered(FrameSpool spool) {
    boolean numbered = packets.stream().allMatch(packet -> packet.frame() > 0);
    Comparator<Packet> order =
        numbered
            ? Comparator.comparingLong(Packet::frame)
            : Comparator.comparingLong(packet -> spool.timestampNanos(packet.index()));
    return packets.stream().sorted(order).toList();
  }

  /**
   * The labels of all flows.
   *
   * @param ordered the packets as they stand in the capture
   * @throws ExchangeException when packets of one flow belong to samples with different labels
   */
  Map<Long, Named> labels(List<Packet> ordered, CaptureFlows flows) throws ExchangeException {
    Map<Long, Sample> sampleOfFlow = new HashMap<>();
    Map<Long, Named> labels = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      long flow = flows.flowOf(i + 1L);
      Sample sample = ordered.get(i).sample();
      if (flow == CaptureFlows.NO_FLOW) {
        continue;
      }
      Optional<Sample> before = Optional.ofNullable(sampleOfFlow.putIfAbsent(flow, sample));
      if (before.isEmpty()) {
        labels.put(
            flow, new Named(LabelFields.read(sample.fields(), sample.place()), sample.place()));
      } else if (!before.get().fields().equals(sample.fields())) {
        throw sample
            .place()
            .problem(
                "samples %s and %s share a flow but not a label; %s"
                    .formatted(before.get().id(), sample.id(), ONE_THING));
      }
    }
    return labels;
  }
}
