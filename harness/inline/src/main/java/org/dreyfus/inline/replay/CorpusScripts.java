package org.dreyfus.inline.replay;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.engine.Rekeyed;
import org.dreyfus.engine.RunKey;
import org.dreyfus.engine.Services;
import org.dreyfus.scoring.inline.InlineFlow.Change;

/**
 * Reads sessions as scripts ahead of the replay, on a thread of its own, in an order drawn from the
 * seed. Every replay of a session has addresses of its own.
 */
final class CorpusScripts implements ScriptSupply, Closeable {

  private static final int AHEAD = 256;

  private final Corpus corpus;
  private final long seed;
  private final long gapCapNanos;
  private final List<Job> jobs;
  private final BlockingQueue<Script> ready = new ArrayBlockingQueue<>(AHEAD);
  private final Map<String, List<FlowRecord>> flows = new ConcurrentHashMap<>();
  private final AtomicInteger taken = new AtomicInteger();
  private final Thread reader;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /**
   * One session to be put on the wire.
   *
   * @param key which addresses it gets
   */
  record Job(Session session, int key, Optional<Change> change) {}

  private CorpusScripts(Corpus corpus, long seed, long gapCapNanos, List<Job> jobs) {
    this.corpus = corpus;
    this.seed = seed;
    this.gapCapNanos = gapCapNanos;
    this.jobs = List.copyOf(jobs);
    this.reader = new Thread(this::read, "scripts");
    reader.setDaemon(true);
  }

  /** Every session so many times, all in one random order. */
  static CorpusScripts replays(Corpus corpus, long seed, long gapCapNanos, int replays) {
    List<Job> jobs = new ArrayList<>();
    for (int key = 0; key < replays; key++) {
      for (Session session : corpus.sessions()) {
        jobs.add(new Job(session, key, Optional.empty()));
      }
    }
    return started(corpus, seed, gapCapNanos, jobs);
  }

  /**
   * The same sessions changed.
   *
   * @param key another than those of the plain replays
   */
  static CorpusScripts changed(
      Corpus corpus, long seed, long gapCapNanos, List<Session> sessions, Change change, int key) {
    return started(
        corpus,
        seed,
        gapCapNanos,
        sessions.stream().map(session -> new Job(session, key, Optional.of(change))).toList());
  }

  private static CorpusScripts started(Corpus corpus, long seed, long gapCapNanos, List<Job> jobs) {
    List<Job> shuffled = new ArrayList<>(jobs);
    Collections.shuffle(shuffled, new Random(seed));
    CorpusScripts scripts = new CorpusScripts(corpus, seed, gapCapNanos, shuffled);
    scripts.reader.start();
    return scripts;
  }

  private void read() {
    try {
      Services services = Services.of(corpus);
      Map<Integer, Rekeyed> keys = new ConcurrentHashMap<>();
      for (Job job : jobs) {
        Rekeyed key =
            keys.computeIfAbsent(
                job.key(), number -> new Rekeyed(new RunKey(seed, number), services));
        ScriptReader.Read read =
            ScriptReader.read(
                job.session().id(),
                CaptureSource.file(corpus.capture(job.session())),
                key.rewriter(job.session()),
                job.change(),
                gapCapNanos);
        flows.putIfAbsent(job.session().id(), read.flows());
        ready.put(read.script());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
  }

  @Override
  public Optional<Script> poll() {
    if (failure.isPresent()) {
      throw failure.get();
    }
    Optional<Script> next = Optional.ofNullable(ready.poll());
    next.ifPresent(script -> taken.incrementAndGet());
    return next;
  }

  @Override
  public boolean isDone() {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return taken.get() == jobs.size();
  }

  /** How many scripts have gone on the wire. */
  int taken() {
    return taken.get();
  }

  /** How many there are in all. */
  int size() {
    return jobs.size();
  }

  /** The flows of a session that was read, as offline runs count them. */
  List<FlowRecord> flows(String session) {
    return flows.getOrDefault(session, List.of());
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
