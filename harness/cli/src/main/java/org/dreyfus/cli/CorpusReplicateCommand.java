package org.dreyfus.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.exchange.replicate.CorpusReplication;
import org.dreyfus.exchange.replicate.InterleavedCapture;
import org.dreyfus.exchange.replicate.ReplicaAmount;
import org.dreyfus.exchange.replicate.ReplicaAmount.Unit;
import org.dreyfus.exchange.replicate.ReplicaProgress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus replicate}. */
@Command(
    name = "replicate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes copies of recorded sessions with other addresses, ports and times.",
      "--out: a corpus. Copies stay in the cluster of their original; what was stopped goes on when"
          + " repeated.",
      "--single: one capture in which sessions overlap, and a file of labels. No two copies share an"
          + " address, so none share a flow."
    })
final class CorpusReplicateCommand implements Callable<Integer> {

  private static final String PIPE = "-";

  @Mixin private Output output;

  @Parameters(paramLabel = "CORPUS", defaultValue = "default", description = "Id or folder.")
  private String corpus;

  @ArgGroup private Target target;

  @ArgGroup private Amount amount;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "single: where the labels go (default: the capture's name and .flows.jsonl).")
  private Optional<Path> labels;

  @Option(
      names = "--concurrent",
      paramLabel = "N",
      defaultValue = "100",
      description = "single: sessions under way at any time (default: ${DEFAULT-VALUE}).")
  private int concurrent;

  @Option(
      names = "--bulk",
      description = "single: only sessions of 700 bytes a packet and more: downloads, mostly.")
  private boolean bulk;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of addresses, ports, times and order (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** Where to. */
  static final class Target {
    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the new corpus.")
    private Optional<Path> folder = Optional.empty();

    @Option(
        names = "--single",
        paramLabel = "FILE",
        description = "A new capture; - is standard output.")
    private Optional<String> capture = Optional.empty();
  }

  /** How much. Numbers may end in k, M or G. */
  static final class Amount {
    @Option(
        names = "--copies",
        converter = ScaledNumber.Converter.class,
        paramLabel = "N",
        description = "Of every session.")
    private Optional<ScaledNumber> copies = Optional.empty();

    @Option(
        names = "--packets",
        converter = ScaledNumber.Converter.class,
        paramLabel = "N",
        description = "At least; sessions are told to their end. 4M are four millions.")
    private Optional<ScaledNumber> packets = Optional.empty();

    @Option(
        names = "--bytes",
        converter = ScaledNumber.Converter.class,
        paramLabel = "N",
        description = "Of captures, at least. 1.5G are 1,500,000,000.")
    private Optional<ScaledNumber> bytes = Optional.empty();

    ReplicaAmount toReplicaAmount() {
      return copies
          .map(number -> new ReplicaAmount(number.value(), Unit.COPIES))
          .or(() -> packets.map(number -> new ReplicaAmount(number.value(), Unit.PACKETS)))
          .or(() -> bytes.map(number -> new ReplicaAmount(number.value(), Unit.BYTES)))
          .orElseThrow(() -> missing("how much: --copies, --packets or --bytes"));
    }
  }

  CorpusReplicateCommand() {
    this.output = new Output();
    this.corpus = "default";
    this.target = new Target();
    this.amount = new Amount();
    this.labels = Optional.empty();
    this.concurrent = 100;
  }

  private static CommandFailure missing(String what) {
    return new CommandFailure(ExitCode.USAGE, "say " + what);
  }

  @Override
  public Integer call() throws IOException {
    if (target.folder.isEmpty() && target.capture.isEmpty()) {
      throw missing("where to: --out DIR or --single FILE");
    }
    Corpus source = Corpus.open(Installation.corpus(corpus));
    RunProgress bar = Terminal.progress(output, "copies");
    ReplicaProgress progress =
        (done, all) -> bar.finished(Math.toIntExact(done), Math.toIntExact(all));
    if (target.folder.isPresent()) {
      replicate(source, target.folder.get(), progress);
    } else {
      interleave(source, target.capture.orElseThrow(), progress);
    }
    return ExitCode.DONE;
  }

  private void replicate(Corpus source, Path folder, ReplicaProgress progress) throws IOException {
    if (bulk || labels.isPresent()) {
      throw new CommandFailure(ExitCode.USAGE, "--bulk and --labels go with --single only");
    }
    new CorpusReplication(source, folder, amount.toReplicaAmount(), seed).run(progress);
    output.text(folder + "\n");
  }

  private void interleave(Corpus source, String capture, ReplicaProgress progress)
      throws IOException {
    if (concurrent < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--concurrent must be at least 1");
    }
    boolean toPipe = capture.equals(PIPE);
    if (toPipe && labels.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "a capture on standard output needs a file for its labels: --labels FILE");
    }
    InterleavedCapture interleaved =
        new InterleavedCapture(source, bulk, amount.toReplicaAmount(), concurrent, seed);
    Path beside = labels.orElseGet(() -> Path.of(capture + ".flows.jsonl"));
    long frames =
        toPipe
            ? interleaved.write(
                new FileOutputStream(FileDescriptor.out).getChannel(), beside, progress)
            : interleaved.write(Path.of(capture), beside, progress);
    output.message(
        "%s: %,d packets of %,d sessions; labels in %s"
            .formatted(toPipe ? "standard output" : capture, frames, interleaved.copies(), beside));
  }
}
