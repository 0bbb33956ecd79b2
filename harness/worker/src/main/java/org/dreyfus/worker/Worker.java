package org.dreyfus.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.external.Timing;

/** Runs a {@link Classifier} behind the stream contract. */
final class Worker {

  private final ClassifierProvider provider;
  private final Configuration configuration;
  private final Timing timing;

  Worker(ClassifierProvider provider, Configuration configuration, Timing timing) {
    this.provider = provider;
    this.configuration = configuration;
    this.timing = timing;
  }

  /**
   * Reads packets to the end of input.
   *
   * @return what the classifier threw, one line; empty when it threw nothing
   * @throws IOException when the input is no capture, or nobody takes the output
   */
  Optional<String> run(ReadableByteChannel input, OutputStream output) throws IOException {
    LineWriter lines = new LineWriter(output);
    FramesTaken taken = new FramesTaken();
    Ears ears = new Ears(lines);
    try (Classifier classifier = new Reporting(provider.open(configuration), lines)) {
      InspectionPass pass = new InspectionPass(FlowRules.DREYFUS, taken, List.of(classifier), ears);
      PassSummary summary = pass.run(source(input, lines, taken));
      lines.flush();
      if (summary.damage().isPresent()) {
        throw new IOException(summary.damage().get().message());
      }
    }
    return ears.crash;
  }

  private CaptureSource source(ReadableByteChannel input, LineWriter lines, FramesTaken taken) {
    ReadableByteChannel answering =
        new AnsweringInput(input, lines, taken, timing == Timing.LOCKSTEP);
    return new CaptureSource() {
      @Override
      public String name() {
        return "standard input";
      }

      @Override
      public ReadableByteChannel open() {
        return answering;
      }
    };
  }

  /** Passes accusations on, and keeps the crash. */
  private static final class Ears implements InspectionListener {
    private final LineWriter lines;
    private Optional<String> crash = Optional.empty();

    Ears(LineWriter lines) {
      this.lines = lines;
    }

    @Override
    public void flowEnded(FlowRecord flow, List<Answer> answers) {}

    @Override
    public void accused(int classifier, InetAddress host, String reason) {
      lines.accusation(host, reason);
    }

    @Override
    public void crashed(int classifier, String cause) {
      crash = Optional.of(cause);
    }
  }
}
