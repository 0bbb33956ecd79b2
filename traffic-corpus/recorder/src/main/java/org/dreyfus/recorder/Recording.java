package org.dreyfus.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusWriter;
import org.dreyfus.corpus.RegisteredWork;
import org.dreyfus.corpus.Work;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.ScratchFolder;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.works.Identity;

/**
 * Records a corpus. A recording that was killed goes on where it stopped: sessions that exist are
 * kept, since the same seed plans the same works.
 *
 * @param target folder of the corpus
 * @param id of the corpus
 * @param seed of works, coins and addresses
 * @param labs how many labs stand side by side
 * @param repetitions of each scenario
 * @param selection which scenarios
 * @param extend whether sessions may be added to a finished corpus; those it has stay as they are
 */
public record Recording(
    Path target,
    String id,
    long seed,
    int labs,
    int repetitions,
    ScenarioSelection selection,
    boolean extend) {

  /** Sessions of a story without a pair are told apart by a letter. */
  public static final int MOST_REPETITIONS = 26;

  /** The rule that designates a service risky. */
  public static final String RISK_RULE =
      "A service that indexes whatever anybody announces, without asking for rights, is listed.";

  private static final int ATTEMPTS = 3;
  private static final Set<String> LAB_PACKAGES =
      Set.of("iproute2", "ethtool", "procps", "libpcap0.8", "openssl", "iputils-ping", "tshark");
  private static final String DESCRIPTION =
      "Real programs, and re-enacted networks, in a lab without an uplink, moving generated"
          + " stand-ins for works. Files that move are recorded as matched pairs: same programs,"
          + " protocol and size, only the rights differ.";

  /**
   * Records everything that is missing.
   *
   * @return sessions that could not be recorded, with the reason; the same call tries them again
   * @throws MissingRequirement when this is not root, or a package cannot be had
   * @throws IllegalArgumentException when a scenario is unknown, or the folder holds another corpus
   */
  public List<String> run(Progress progress) throws IOException {
    List<Scenario> chosen = selection.choose(Scenarios.all());
    requireRoot();
    new ResumeNote(seed, repetitions).begin(target, extend);
    Set<String> packages = new TreeSet<>(LAB_PACKAGES);
    chosen.forEach(scenario -> packages.addAll(scenario.packages()));
    PackageInstaller.ensure(packages, progress);
    CorpusWriter corpus = new CorpusWriter(target);
    Set<String> kept = corpus.sessions();
    SessionRecorder recorder = new SessionRecorder(corpus, PackageInstaller.versions(packages));
    List<List<Planned>> planned = new Plan(seed).sessions(chosen, repetitions);
    List<String> failures =
        recordAll(planned, corpus, recorder, progress).stream().sorted().toList();
    finish(corpus, kept, failures);
    return failures;
  }

  private static void requireRoot() throws IOException {
    boolean root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    if (!root) {
      throw new MissingRequirement(
          "recording needs root, to make network namespaces", "repeat the command with sudo");
    }
  }

  private Collection<String> recordAll(
      List<List<Planned>> planned,
      CorpusWriter corpus,
      SessionRecorder recorder,
      Progress progress) {
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    AtomicInteger done = new AtomicInteger();
    int all = planned.stream().mapToInt(List::size).sum();
    ExecutorService pool = Executors.newFixedThreadPool(labs);
    List<Future<?>> pending = new ArrayList<>();
    for (List<Planned> inOrder : planned) {
      pending.add(
          pool.submit(
              () -> {
                for (Planned session : inOrder) {
                  if (!corpus.has(session.id())) {
                    attempt(session, recorder, progress)
                        .ifPresent(reason -> failures.add(session.id() + ": " + reason));
                  }
                  progress.recorded(session.id(), done.incrementAndGet(), all);
                }
                return inOrder;
              }));
    }
    pool.shutdown();
    for (Future<?> future : pending) {
      await(future, pool);
    }
    return failures;
  }

  private static void await(Future<?> future, ExecutorService pool) {
    try {
      future.get();
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new RecordingFailure("interrupted", e);
    } catch (ExecutionException e) {
      pool.shutdownNow();
      throw new RecordingFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<String> attempt(
      Planned session, SessionRecorder recorder, Progress progress) throws IOException {
    String reason = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        recorder.record(session, attempt, attempt == ATTEMPTS);
        return Optional.empty();
      } catch (RecordingFailure | LabException e) {
        reason = String.valueOf(e.getMessage());
        progress.note(session.id() + ", attempt " + attempt + ": " + reason);
      }
    }
    return Optional.of(reason);
  }

  /**
   * Pairs of which a member is missing are dropped, so that what is written is whole.
   *
   * @param kept sessions that were there before; the catalogue knows what they moved
   */
  private void finish(CorpusWriter corpus, Set<String> kept, List<String> failures)
      throws IOException {
    Map<String, Work> works = new TreeMap<>(corpus.works());
    Set<String> used = new TreeSet<>(corpus.worksInUse());
    List<RegisteredWork> registered = new ArrayList<>(corpus.registered());
    for (List<Planned> together : new Plan(seed).sessions(Scenarios.all(), repetitions)) {
      boolean whole = together.stream().allMatch(session -> corpus.has(session.id()));
      for (Planned session : together) {
        if (!corpus.has(session.id())) {
          continue;
        }
        if (session.pair().isPresent() && !whole) {
          ScratchFolder.delete(target.resolve("sessions").resolve(session.id()));
        } else {
          for (Work work : session.works()) {
            works.merge(work.id(), work, (old, now) -> kept.contains(session.id()) ? old : now);
            used.add(work.id());
          }
          session.files().forEach(file -> registered.add(Identity.of(file)));
        }
      }
    }
    works.keySet().retainAll(used);
    corpus.feeds(registered, works.values(), RISK_RULE);
    corpus.finish(id, "1", "CC0-1.0", DESCRIPTION, RISK_RULE, works.values());
    Datasheet.write(Corpus.open(target), seed, failures);
    if (failures.isEmpty()) {
      ResumeNote.end(target);
    }
  }
}
