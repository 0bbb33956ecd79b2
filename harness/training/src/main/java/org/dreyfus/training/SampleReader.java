package org.dreyfus.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusException;
import org.dreyfus.training.classifier.View;

/** Looks at the flows of a session as the classifier will, by way of the plugin contract. */
final class SampleReader {

  private final Corpus corpus;
  private final View view;

  SampleReader(Corpus corpus, View view) {
    this.corpus = corpus;
    this.view = view;
  }

  /** Nothing when the session is not to be learnt from. */
  List<Sample> read(LabelledSession labelled) throws IOException {
    Optional<Boolean> infringing = labelled.infringing();
    List<Sample> samples = new ArrayList<>();
    if (infringing.isPresent()) {
      Map<Long, double[]> looks = looks(labelled);
      for (long flow : labelled.chosen()) {
        Optional<double[]> values = Optional.ofNullable(looks.get(flow));
        samples.add(
            new Sample(
                values.orElseThrow(() -> bad(labelled, "flow " + flow + " is not in its capture")),
                infringing.get()));
      }
    }
    return samples;
  }

  private Map<Long, double[]> looks(LabelledSession labelled) throws CorpusException {
    Map<Long, double[]> looks = new HashMap<>();
    Classifier watcher =
        new Classifier() {
          @Override
          public Verdict inspect(Flow flow, Packet packet) {
            flow.attachment(view::look).add(flow, packet);
            return Verdict.undecided();
          }

          @Override
          public Verdict conclude(Flow flow) {
            View.Look look = flow.attachment(view::look);
            looks.put(look.firstPacket(), look.values());
            return Verdict.undecided();
          }
        };
    PassSummary summary =
        new InspectionPass(
                FlowRules.DREYFUS, FrameRewriter.none(), List.of(watcher), (flow, given) -> {})
            .run(CaptureSource.file(corpus.capture(labelled.session())));
    if (summary.damage().isPresent()) {
      throw bad(labelled, summary.damage().get().message());
    }
    return looks;
  }

  private static CorpusException bad(LabelledSession labelled, String problem) {
    return new CorpusException(
        "session '%s': %s; check the corpus with: dreyfus corpus validate"
            .formatted(labelled.session().id(), problem));
  }
}
