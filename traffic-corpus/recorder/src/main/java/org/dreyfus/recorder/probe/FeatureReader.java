package org.dreyfus.recorder.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;

/** Reads a session's capture into {@link Features}, by way of the plugin contract. */
final class FeatureReader implements Classifier {

  /** Payload bytes that are looked at in a session, from the beginning of what carries the work. */
  private static final int LOOKED_AT_BYTES = 2_048;

  private static final int TRIGRAM_PLACES = 64;
  private static final int TCP = 6;

  private final Set<Long> content;
  private final List<Double> forward = new ArrayList<>();
  private final List<Double> backward = new ArrayList<>();
  private final List<Double> gaps = new ArrayList<>();
  private final List<Double> hops = new ArrayList<>();
  private final List<Double> windows = new ArrayList<>();
  private final List<Double> initiatorPorts = new ArrayList<>();
  private final List<Double> responderPorts = new ArrayList<>();
  private final List<Double> beside = new ArrayList<>();
  private final TcpOptions options = new TcpOptions();
  private final Set<Long> flows = new HashSet<>();
  private final double[] flags = new double[8];
  private final double[] bytes = new double[256];
  private final double[] trigrams = new double[TRIGRAM_PLACES];
  private int lookedAt;
  private long firstNanos = -1;
  private long lastNanos;
  private long contentNanos = -1;

  private FeatureReader(Set<Long> content) {
    this.content = content;
  }

  /**
   * @param rewriter that frames go through first
   */
  static Features of(Corpus corpus, Session session, FrameRewriter rewriter) throws IOException {
    Set<Long> content =
        corpus.flows(session).stream()
            .filter(flow -> flow.label().role() == Role.CONTENT)
            .map(FlowLabel::flow)
            .collect(Collectors.toSet());
    FeatureReader reader = new FeatureReader(content);
    InspectionListener nobody = (flow, answers) -> {};
    new InspectionPass(FlowRules.DREYFUS, rewriter, List.of(reader), nobody)
        .run(CaptureSource.file(corpus.capture(session)));
    return reader.features(session);
  }

  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    long now = packet.timestampNanos();
    if (firstNanos < 0) {
      firstNanos = now;
    } else {
      gaps.add(Math.log1p(Math.max(0, now - lastNanos)));
    }
    lastNanos = now;
    if (flows.add(flow.id())) {
      initiatorPorts.add((double) flow.initiatorPort());
      responderPorts.add((double) flow.responderPort());
    }
    headers(flow, packet);
    if (content.contains(flow.id())) {
      contentNanos = contentNanos < 0 ? now : contentNanos;
      boolean out = packet.direction() == Direction.FROM_INITIATOR;
      (out ? forward : backward).add((double) packet.payloadLength());
      payload(packet);
    } else {
      beside.add((double) packet.payloadLength());
    }
    return Verdict.undecided();
  }

  private void headers(Flow flow, Packet packet) {
    ByteBuffer buffer = packet.buffer();
    boolean ipv6 = (buffer.get(packet.networkOffset()) & 0xf0) == 0x60;
    hops.add((double) (buffer.get(packet.networkOffset() + (ipv6 ? 7 : 8)) & 0xff));
    if (flow.ipProtocol() == TCP) {
      for (int bit = 0; bit < flags.length; bit++) {
        flags[bit] += packet.tcpFlags() >> bit & 1;
      }
      options.read(buffer, packet.transportOffset());
      windows.add((double) (buffer.getShort(packet.transportOffset() + 14) & 0xffff));
    }
  }

  private void payload(Packet packet) {
    int length = Math.min(packet.payloadLength(), LOOKED_AT_BYTES - lookedAt);
    ByteBuffer buffer = packet.buffer();
    int hash = 0;
    for (int i = 0; i < length; i++) {
      int value = buffer.get(packet.payloadOffset() + i) & 0xff;
      bytes[value]++;
      hash = (hash << 8 | value) & 0xffffff;
      if (i >= 2) {
        trigrams[Math.floorMod(hash * 0x9E3779B1, TRIGRAM_PLACES)]++;
      }
    }
    lookedAt += Math.max(0, length);
  }

  private Features features(Session session) throws IOException {
    Features.Builder features = new Features.Builder();
    features.summary(Family.SIZES, array(forward));
    features.summary(Family.SIZES, array(backward));
    features.summary(Family.SIZES, array(beside));
    features.first(Family.SIZES, array(forward));
    features.first(Family.SIZES, array(backward));
    features.summary(Family.TIMES, array(gaps));
    features.add(Family.TIMES, Math.log1p(lastNanos - firstNanos));
    features.add(Family.TIMES, Math.log1p(Math.max(0, contentNanos - firstNanos)));
    features.add(Family.HEADERS, flows.size());
    features.addAll(Family.HEADERS, flags);
    features.summary(Family.HEADERS, array(hops));
    features.summary(Family.HEADERS, array(windows));
    features.summary(Family.HEADERS, array(initiatorPorts));
    features.summary(Family.HEADERS, array(responderPorts));
    features.addAll(Family.HEADERS, options.sums());
    features.addAll(Family.PAYLOAD, bytes);
    features.addAll(Family.PAYLOAD, trigrams);
    for (Host host : session.hosts()) {
      for (byte octet : InetAddress.getByName(host.address()).getAddress()) {
        features.add(Family.ADDRESSES, octet & 0xff);
      }
    }
    return features.build();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
