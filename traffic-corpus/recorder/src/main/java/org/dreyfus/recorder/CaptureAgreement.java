package org.dreyfus.recorder;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.rekey.Mention;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Places;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Work;

/**
 * Compares a corpus with its packets: every flow of a capture has a label and every label a flow,
 * mentions stand where they are said to stand, and CONTENT flows carry as much as the work has. The
 * other checks are {@link org.dreyfus.corpus.CorpusValidator}'s.
 */
public final class CaptureAgreement {

  private final Corpus corpus;
  private final Session session;
  private final List<String> problems = new ArrayList<>();

  private CaptureAgreement(Corpus corpus, Session session) {
    this.corpus = corpus;
    this.session = session;
  }

  /**
   * @return what does not agree, one line each; empty when all does
   * @throws IOException when a file cannot be read at all
   */
  public static List<String> problems(Corpus corpus) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Session session : corpus.sessions()) {
      problems.addAll(problems(corpus, session));
    }
    return List.copyOf(problems);
  }

  /** The same for one session. */
  public static List<String> problems(Corpus corpus, Session session) throws IOException {
    CaptureAgreement agreement = new CaptureAgreement(corpus, session);
    try {
      agreement.check();
    } catch (RecordingFailure e) {
      agreement.problem(String.valueOf(e.getMessage()));
    }
    return List.copyOf(agreement.problems);
  }

  private void check() throws IOException {
    Map<String, InetAddress> hosts = new HashMap<>();
    for (Host host : session.hosts()) {
      hosts.put(host.name(), InetAddress.getByName(host.address()));
    }
    CaptureFacts facts = CaptureFacts.of(corpus.capture(session), hosts);
    List<FlowLabel> labels = corpus.flows(session);
    compareFlows(facts.flows(), labels);
    if (facts.startNanos() != session.startNanos()) {
      problem("its first packet is of another time than startNanos says");
    }
    if (facts.endNanos() - facts.startNanos() != session.durationNanos()) {
      problem("its packets span another time than durationNanos says");
    }
    compareMentions(hosts);
    if (session.origin() == Origin.RECORDED || session.origin() == Origin.REENACTED) {
      for (Work work : works(labels).values()) {
        new VolumeCheck(facts.flows(), labels).requireCarried(work);
      }
    }
  }

  private Map<String, Work> works(List<FlowLabel> labels) {
    Map<String, Work> works = new TreeMap<>();
    for (FlowLabel label : labels) {
      label
          .label()
          .work()
          .flatMap(id -> Optional.ofNullable(corpus.works().get(id)))
          .ifPresent(work -> works.put(work.id(), work));
    }
    return works;
  }

  private void compareFlows(List<FlowRecord> flows, List<FlowLabel> labels) throws IOException {
    Map<Long, FlowLabel> expected = new TreeMap<>();
    labels.forEach(label -> expected.put(label.flow(), label));
    for (FlowRecord flow : flows) {
      Optional<FlowLabel> label = Optional.ofNullable(expected.remove(flow.flow()));
      if (label.isEmpty()) {
        problem(Places.flows(session), "flow " + flow.flow() + " has no label");
      } else if (!FlowLabeller.describe(flow, label.get().label()).equals(label.get())) {
        problem(
            Places.of(corpus, session, flow.flow()),
            "flow " + flow.flow() + " has another time or 5-tuple than its label");
      }
    }
    for (long flow : expected.keySet()) {
      problem(Places.of(corpus, session, flow), "no flow begins at frame " + flow);
    }
  }

  private void compareMentions(Map<String, InetAddress> hosts) throws IOException {
    Map<Long, List<AddressMention>> byFrame = new TreeMap<>();
    for (AddressMention mention : session.mentions()) {
      byFrame.computeIfAbsent(mention.frame(), frame -> new ArrayList<>()).add(mention);
    }
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(corpus.capture(session)))) {
      while (reader.next(frame)) {
        for (AddressMention mention : byFrame.getOrDefault(frame.number(), List.of())) {
          if (!stands(mention, hosts, frame)) {
            problem(
                "frame %d does not name %s at %d"
                    .formatted(mention.frame(), mention.host(), mention.offset()));
          }
        }
        byFrame.remove(frame.number());
      }
    }
    byFrame
        .keySet()
        .forEach(number -> problem("a mention is in frame " + number + ", past the end"));
  }

  private static boolean stands(
      AddressMention mention, Map<String, InetAddress> hosts, Frame frame) {
    InetAddress address = hosts.get(mention.host());
    if (address == null
        || mention.offset() < 0
        || mention.offset() + mention.length() > frame.capturedLength()) {
      return false;
    }
    byte[] written = Mention.Form.valueOf(mention.encoding().name()).write(address);
    boolean dns = mention.encoding() == AddressMention.Encoding.REVERSED;
    for (int i = 0; i < mention.length(); i++) {
      byte expected = written[mention.from() + i];
      byte there = frame.buffer().get(frame.offset() + mention.offset() + i);
      if (there != expected && !(dns && expected == '.')) {
        return false;
      }
    }
    return true;
  }

  private void problem(String text) {
    problem(Places.of(session), text);
  }

  private void problem(String place, String text) {
    problems.add(place + ": " + text);
  }
}
