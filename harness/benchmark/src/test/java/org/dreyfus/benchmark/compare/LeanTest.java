package org.dreyfus.benchmark.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.LinkType;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.exchange.replicate.InterleavedCapture;
import org.dreyfus.exchange.replicate.ReplicaAmount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lower bound does the same work: its table is that of {@code classify}, byte for byte. */
@Tag("slow")
class LeanTest {

  private static final long BYTES = 12_000_000;
  private static final int UNKNOWN_LINK = 147;

  @TempDir static Path folder;

  private static Path lean = Path.of("lean");
  private static Path dreyfus = Path.of("dreyfus");
  private static Path mix = Path.of("mix.pcap");

  @BeforeAll
  static void make() throws IOException, InterruptedException {
    lean = Tools.lean(folder);
    dreyfus = Tools.dreyfus(folder);
    mix = folder.resolve("mix.pcap");
    Corpus corpus = Corpus.open(Tools.HOME.resolve("traffic-corpus/corpora/default"));
    new InterleavedCapture(
            corpus, false, new ReplicaAmount(BYTES, ReplicaAmount.Unit.BYTES), 100, 1)
        .write(mix, folder.resolve("mix.jsonl"), (done, all) -> {});
  }

  @Test
  void countsTheReplicatedCorpusAsDreyfusAndNdpiReader() throws Exception {
    String table = run(lean.toString(), mix.toString());
    assertThat(table).isEqualTo(dreyfus("ndpi", mix));
    Map<String, Counts> read = Counting.TABLE.read(table);
    assertThat(read).hasSizeGreaterThan(20);
    String printed = run("ndpiReader", "-v", "0", "-i", mix.toString());
    assertThat(Counts.byApplication(read)).isEqualTo(Counting.NDPI_READER.read(printed));
  }

  @Test
  void countsWithoutClassifierAsDreyfus() throws Exception {
    assertThat(run(lean.toString(), "--no-ndpi", mix.toString()))
        .isEqualTo(dreyfus("allow-all", mix))
        .contains("allow");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        LinkType.ETHERNET,
        LinkType.NULL,
        LinkType.RAW,
        LinkType.RAW_BSD,
        LinkType.LINUX_SLL,
        LinkType.IPV4,
        LinkType.IPV6
      })
  void decodesOddFramesAsDreyfus(int linkType) throws Exception {
    Path odd = folder.resolve("odd-" + linkType + ".pcap");
    OddCapture.write(mix, odd, linkType, 7 + linkType);
    String table = run(lean.toString(), odd.toString());
    assertThat(table).isEqualTo(dreyfus("ndpi", odd));
    assertThat(Counts.sum(Counting.TABLE.read(table).values()).packets()).isGreaterThan(1_000);
  }

  @Test
  void looksIntoNoOtherLink() throws Exception {
    Path odd = folder.resolve("unknown.pcap");
    OddCapture.write(mix, odd, UNKNOWN_LINK, 1);
    assertThat(run(lean.toString(), odd.toString())).isEqualTo("no flows\n");
  }

  @Test
  void readsBothByteOrdersAndBothClocks() throws Exception {
    String expected = run(lean.toString(), mix.toString());
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      for (boolean nanos : List.of(true, false)) {
        Path again = folder.resolve("again.pcap");
        Files.write(again, rewritten(Files.readAllBytes(mix), order, nanos));
        assertThat(run(lean.toString(), again.toString())).isEqualTo(expected);
      }
    }
  }

  @Test
  void refusesOtherFilesAndDamagedOnesWithOneLine() throws Exception {
    byte[] whole = Files.readAllBytes(mix);
    Path bad = folder.resolve("bad.pcap");
    Files.write(bad, ByteBuffer.allocate(64).putInt(0x0a0d0d0a).array());
    assertThat(failure(bad)).contains("not a pcap file");
    Files.write(bad, new byte[5]);
    assertThat(failure(bad)).contains("too short");
    Files.write(bad, java.util.Arrays.copyOf(whole, whole.length - 3));
    assertThat(failure(bad)).contains("damaged or cut short");
    Files.delete(bad);
    assertThat(failure(bad)).contains("No such file");
  }

  /** The file as a machine of that byte order would have written it. */
  private static byte[] rewritten(byte[] pcap, ByteOrder order, boolean nanos) {
    ByteBuffer from = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.allocate(pcap.length).order(order);
    to.putInt(nanos ? 0xa1b23c4d : 0xa1b2c3d4)
        .putShort(from.getShort(4))
        .putShort(from.getShort(6));
    to.putLong(0).putInt(from.getInt(16)).putInt(from.getInt(20));
    from.position(24);
    while (from.hasRemaining()) {
      to.putInt(from.getInt()).putInt(from.getInt() / (nanos ? 1 : 1_000));
      int length = from.getInt();
      to.putInt(length).putInt(from.getInt()).put(pcap, from.position(), length);
      from.position(from.position() + length);
    }
    return to.array();
  }

  private static String dreyfus(String classifier, Path capture) throws Exception {
    return run(
        dreyfus.toString(),
        "classify",
        "--classifier",
        classifier,
        "--flows",
        "ndpi",
        "--format",
        "text",
        capture.toString());
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return out;
  }

  private static String failure(Path capture) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(lean.toString(), capture.toString()).start();
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(3);
    assertThat(error.lines()).hasSize(1);
    return error;
  }
}
