package org.dreyfus.exchange.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.codec.StrictJson;
import org.dreyfus.exchange.Corpora;
import org.dreyfus.exchange.Tools;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.replicate.ReplicaAmount.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterleavedCaptureTest {

  private static final long SEED = 7;
  private static final int CONCURRENT = 40;

  @TempDir Path folder;

  @Test
  void everyFlowOfEveryCopyIsLabelledAndApart() throws IOException {
    Corpus source = Corpus.open(Corpora.DEFAULT);
    Path capture = write("two", new ReplicaAmount(2, Unit.COPIES), SEED);
    List<FlowLabel> labelled = labels(capture).stream().map(ReplicatedFlow::flow).toList();
    List<FlowFacts> found = CaptureFlows.of(CaptureSource.file(capture)).flows();
    assertThat(found).hasSize(2 * flows(source)).hasSameSizeAs(labelled);
    for (int i = 0; i < found.size(); i++) {
      FlowLabel label = labelled.get(i);
      assertThat(label).isEqualTo(found.get(i).labelled(label.label()));
    }
  }

  @Test
  void aCopyKeepsItsSessionsLabelsAndCluster() throws IOException {
    Corpus source = Corpus.open(Corpora.DEFAULT);
    Map<String, List<ReplicatedFlow>> copies = new TreeMap<>();
    for (ReplicatedFlow flow : labels(write("one", new ReplicaAmount(1, Unit.COPIES), SEED))) {
      copies.computeIfAbsent(flow.session(), id -> new ArrayList<>()).add(flow);
    }
    assertThat(copies).hasSameSizeAs(source.sessions());
    for (Session session : source.sessions()) {
      List<ReplicatedFlow> flows = copies.getOrDefault(session.id(), List.of());
      assertThat(flows).allMatch(flow -> flow.cluster().equals(session.cluster()));
      assertThat(flows.stream().map(flow -> flow.flow().label()))
          .isEqualTo(source.flows(session).stream().map(FlowLabel::label).toList());
    }
  }

  @Test
  void noAddressServesTwoCopies() throws IOException {
    Map<String, Set<String>> users = new HashMap<>();
    for (ReplicatedFlow flow : labels(write("two", new ReplicaAmount(2, Unit.COPIES), SEED))) {
      String copy = flow.session() + " " + flow.copy();
      for (String address : List.of(flow.flow().srcIp(), flow.flow().destIp())) {
        users.computeIfAbsent(address, any -> new HashSet<>()).add(copy);
      }
    }
    assertThat(users).allSatisfy((address, copies) -> assertThat(copies).hasSize(1));
  }

  @Test
  void timeNeverGoesBackAndSessionsOverlap() throws IOException {
    Path capture = write("one", new ReplicaAmount(1, Unit.COPIES), SEED);
    Frame frame = new Frame();
    long before = 0;
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(capture))) {
      while (reader.next(frame)) {
        assertThat(frame.timestampNanos()).isGreaterThanOrEqualTo(before);
        before = frame.timestampNanos();
      }
    }
    List<String> opening =
        labels(capture).stream().limit(CONCURRENT).map(ReplicatedFlow::session).toList();
    assertThat(new HashSet<>(opening)).hasSizeGreaterThan(CONCURRENT / 3);
  }

  @Test
  void tsharkFindsNoWrongChecksum() throws IOException, InterruptedException {
    Path capture = write("one", new ReplicaAmount(1, Unit.COPIES), SEED);
    List<String> statuses =
        Tools.output(
            "tshark",
            "-r",
            capture.toString(),
            "-o",
            "ip.check_checksum:TRUE",
            "-o",
            "tcp.check_checksum:TRUE",
            "-o",
            "udp.check_checksum:TRUE",
            "-T",
            "fields",
            "-e",
            "ip.checksum.status",
            "-e",
            "tcp.checksum.status",
            "-e",
            "udp.checksum.status",
            "-e",
            "icmp.checksum.status");
    Map<String, Long> counts =
        statuses.stream()
            .flatMap(line -> Stream.of(line.split("[\t,]")))
            .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    assertThat(counts.get("1")).as("good ones").isGreaterThan(100_000);
    assertThat(counts).doesNotContainKey("0");
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
    ReplicaAmount amount = new ReplicaAmount(5_000, Unit.PACKETS);
    Path first = write("first", amount, SEED);
    assertThat(write("again", amount, SEED)).hasSameBinaryContentAs(first);
    assertThat(Files.mismatch(first, write("other", amount, SEED + 1))).isNotNegative();
  }

  @Test
  void theAmountIsReachedAndBarelyPassed() throws IOException {
    Path packets = write("packets", new ReplicaAmount(50_000, Unit.PACKETS), SEED);
    assertThat((double) CaptureFlows.of(CaptureSource.file(packets)).frames())
        .isCloseTo(52_500, within(2_500.0));
    Path bytes = write("bytes", new ReplicaAmount(20_000_000, Unit.BYTES), SEED);
    assertThat((double) Files.size(bytes)).isCloseTo(21_000_000, within(1_000_000.0));
  }

  @Test
  void aPipeGetsTheSameBytes() throws IOException {
    ReplicaAmount amount = new ReplicaAmount(5_000, Unit.PACKETS);
    Path file = write("file", amount, SEED);
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    interleaved(amount, SEED)
        .write(Channels.newChannel(pipe), folder.resolve("labels"), (d, a) -> {});
    assertThat(pipe.toByteArray()).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void whatIsThereIsNotOverwrittenAndFailureLeavesNothing() throws IOException {
    Path labels = Files.createFile(folder.resolve("mine"));
    Path capture = folder.resolve("new.pcap");
    InterleavedCapture interleaved = interleaved(new ReplicaAmount(1, Unit.PACKETS), SEED);
    assertThatThrownBy(() -> interleaved.write(capture, labels, (done, all) -> {}))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("mine");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(labels);
    }
  }

  private Path write(String name, ReplicaAmount amount, long seed) throws IOException {
    Path capture = folder.resolve(name + ".pcap");
    interleaved(amount, seed).write(capture, beside(capture), (done, all) -> {});
    return capture;
  }

  private static InterleavedCapture interleaved(ReplicaAmount amount, long seed)
      throws IOException {
    return new InterleavedCapture(Corpus.open(Corpora.DEFAULT), false, amount, CONCURRENT, seed);
  }

  private static Path beside(Path capture) {
    return capture.resolveSibling(capture.getFileName() + ".flows.jsonl");
  }

  private static List<ReplicatedFlow> labels(Path capture) throws IOException {
    return StrictJson.plain().readLines(beside(capture), ReplicatedFlow.class);
  }

  private static int flows(Corpus corpus) throws IOException {
    int flows = 0;
    for (Session session : corpus.sessions()) {
      flows += corpus.flows(session).size();
    }
    return flows;
  }
}
