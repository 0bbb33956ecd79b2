package org.dreyfus.exchange.replicate;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.StoredFrames;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Sha256;
import org.dreyfus.corpus.codec.StrictJson;
import org.dreyfus.exchange.NewFile;

/**
 * One long capture of many copies of a corpus's sessions, which overlap in time. No two copies
 * share an address, so none share a flow. What is in memory does not grow with the capture: the
 * corpus, and the copies that are under way.
 */
public final class InterleavedCapture {

  private static final StrictJson JSON = StrictJson.plain();
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration OPENING = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(10);

  private final List<Original> originals;
  private final String run;
  private final long copies;
  private final int concurrent;

  private final AddressPool addresses = new AddressPool();
  private final PriorityQueue<ActiveCopy> active = new PriorityQueue<>();
  private final SplittableRandom random;
  private final RoundRobin order;
  private long begun;
  private long frames;

  /**
   * Reads the corpus into memory.
   *
   * @param onlyBulk leaves out sessions with less than 700 bytes a packet
   * @param concurrent sessions under way at any time, at least 1
   * @param seed of addresses, ports and order
   * @throws IOException when the corpus is damaged or holds a session that cannot be re-keyed
   */
  public InterleavedCapture(
      Corpus corpus, boolean onlyBulk, ReplicaAmount amount, int concurrent, long seed)
      throws IOException {
    if (concurrent < 1) {
      throw new IllegalArgumentException("at least one session must be under way");
    }
    this.originals = Originals.of(corpus, onlyBulk);
    this.concurrent = concurrent;
    this.run = Sha256.of((corpus.digest() + '\0' + seed).getBytes(StandardCharsets.UTF_8));
    this.copies = copies(amount);
    this.random = random();
    this.order = new RoundRobin(originals.size(), random());
  }

  private SplittableRandom random() {
    return new SplittableRandom(Long.parseUnsignedLong(run.substring(0, 16), 16));
  }

  private long copies(ReplicaAmount amount) {
    return switch (amount.unit()) {
      case COPIES -> Math.multiplyExact(amount.number(), originals.size());
      case PACKETS -> copies(amount.number(), original -> original.frames().count());
      case BYTES -> copies(amount.number(), Original::bytes);
    };
  }

  /** How many sessions, in the order in which they will come, reach the wanted sum. */
  private long copies(long wanted, ToLongFunction<Original> size) {
    RoundRobin sameOrder = new RoundRobin(originals.size(), random());
    long sum = 0;
    long count = 0;
    while (sum < wanted) {
      sum += size.applyAsLong(originals.get(sameOrder.next()));
      count++;
    }
    return count;
  }

  /** Number of copied sessions in the whole capture. */
  public long copies() {
    return copies;
  }

  /**
   * Writes two files, both or none.
   *
   * @param capture a new file, pcap with nanoseconds
   * @param labels a new file, a {@link ReplicatedFlow} a line
   * @return frames written
   * @throws IOException when a file is there already, or cannot be written
   */
  public long write(Path capture, Path labels, ReplicaProgress progress) throws IOException {
    try (NewFile file = NewFile.at(capture)) {
      write(
          FileChannel.open(file.unfinished(), CREATE, TRUNCATE_EXISTING, WRITE), labels, progress);
      file.commit();
    }
    return frames;
  }

  /**
   * Writes the capture to a pipe, and a file of labels when that is done.
   *
   * @param capture blocking; is closed
   * @param labels a new file, a {@link ReplicatedFlow} a line
   * @return frames written
   * @throws IOException when the channel fails, or the file cannot be written
   */
  public long write(WritableByteChannel capture, Path labels, ReplicaProgress progress)
      throws IOException {
    try (CaptureWriter writer = CaptureWriter.to(capture, originals.get(0).frames().linkType());
        NewFile file = NewFile.at(labels)) {
      try (BufferedWriter lines = Files.newBufferedWriter(file.unfinished())) {
        writeFrames(writer, flow -> lines.write(JSON.line(flow)), progress);
      }
      writer.flush();
      file.commit();
    }
    return frames;
  }

  private void writeFrames(CaptureWriter capture, FlowLabels labels, ReplicaProgress progress)
      throws IOException {
    Frame frame = new Frame();
    ByteBuffer scratch = StoredFrames.scratch();
    long now = FIRST.getEpochSecond() * 1_000_000_000L;
    while (begun < Math.min(concurrent, copies)) {
      begin(now + random.nextLong(OPENING.toNanos()));
    }
    while (!active.isEmpty()) {
      ActiveCopy copy = active.remove();
      do {
        now = copy.nextNanos();
        copy.take(frame, scratch);
        capture.write(frame);
        copy.label(++frames, now, labels);
      } while (!copy.isFinished() && (active.isEmpty() || copy.compareTo(active.element()) < 0));
      if (!copy.isFinished()) {
        active.add(copy);
      } else {
        progress.written(begun - active.size(), copies);
        if (begun < copies) {
          begin(now + random.nextLong(LONGEST_PAUSE.toNanos()));
        }
      }
    }
  }

  private void begin(long startNanos) throws IOException {
    Original original = originals.get(order.next());
    long copy = 1 + begun / originals.size();
    SessionKey key = SessionKey.from(addresses, original.session(), run, copy);
    active.add(new ActiveCopy(original, copy, begun, key.rekeyer(), startNanos));
    begun++;
  }
}
