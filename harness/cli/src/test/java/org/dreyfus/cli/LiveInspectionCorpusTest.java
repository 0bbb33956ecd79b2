package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.LiveInspection;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What classifiers decide live is what they decide offline, at the same packets. */
@Tag("slow")
class LiveInspectionCorpusTest {

  /** By flow: at which of its packets, and what. */
  private static Map<Long, String> offline(Classifier classifier, CaptureSource capture) {
    Map<Long, String> decisions = new HashMap<>();
    new InspectionPass(
            FlowRules.DREYFUS,
            FrameRewriter.none(),
            List.of(classifier),
            (flow, answers) -> {
              Answer answer = answers.get(0);
              if (answer.decidedAtPacket() > 0 && answer.decidedAtPacket() <= flow.packets()) {
                decisions.put(flow.flow(), answer.decidedAtPacket() + " " + answer.verdict());
              }
            })
        .run(capture);
    return decisions;
  }

  private static Map<Long, String> live(Classifier classifier, CaptureSource capture)
      throws Exception {
    Map<Long, String> decisions = new HashMap<>();
    Map<Integer, Long> firstFrames = new HashMap<>();
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(capture)) {
      LiveInspection inspection = new LiveInspection(FlowRules.DREYFUS, frame, classifier);
      while (reader.next(frame)) {
        if (!inspection.accept()) {
          continue;
        }
        if (inspection.packetInFlow() == 1) {
          firstFrames.put(inspection.slot(), frame.number());
        }
        if (inspection.decides()) {
          decisions.put(
              firstFrames.getOrDefault(inspection.slot(), 0L),
              inspection.packetInFlow() + " " + inspection.verdict());
        }
      }
      inspection.finish();
    }
    return decisions;
  }

  @Test
  void onTheWholeCorpusForEveryBundledClassifier() throws Exception {
    Corpus corpus = Corpus.open(Cli.HOME.resolve("traffic-corpus/corpora/default"));
    Map<String, Integer> decided = new HashMap<>();
    for (ClassifierProvider provider : new Registry().all()) {
      if (provider.availability() instanceof Availability.Available
          && !Trainers.isTrained(provider)) {
        for (Session session : corpus.sessions()) {
          int flows = compare(provider, corpus, session);
          decided.merge(provider.descriptor().id(), flows, Integer::sum);
        }
      }
    }
    assertThat(decided).containsKeys("clouseau-testimony", "clouseau-whitepaper", "block-all");
    assertThat(decided.values().stream().filter(flows -> flows > 100).count()).isGreaterThan(3);
  }

  private static int compare(ClassifierProvider provider, Corpus corpus, Session session)
      throws Exception {
    CaptureSource capture = CaptureSource.file(corpus.capture(session));
    try (Classifier one = open(provider);
        Classifier other = open(provider)) {
      Map<Long, String> expected = offline(one, capture);
      assertThat(live(other, capture))
          .as(provider.descriptor().id() + " on " + session.id())
          .isEqualTo(expected);
      return expected.size();
    }
  }

  private static Classifier open(ClassifierProvider provider) throws IOException {
    return provider.open(Configuration.empty());
  }
}
