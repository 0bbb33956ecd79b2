package org.dreyfus.capture.inspect;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowShare;
import org.dreyfus.classifier.Classifier;

/**
 * Feeds the packets of one capture to several classifiers of a kind, each on a thread of its own
 * and each with a share of the flows: the packets of a flow, and of all flows between the same two
 * addresses, go to the same one. Every thread reads the whole capture. What comes out is what
 * {@link InspectionPass} gives, in the same order, unless a classifier learns from one flow what
 * another between other addresses is. A crash takes back the undecided flows of one share only. For
 * one capture; does not close the classifiers.
 */
public final class ShardedPass {

  private static final String CHANGED =
      "the file changed while it was read; classify a copy of it that stays as it is";

  private final FlowRules rules;
  private final List<Classifier> classifiers;
  private final PassListener listener;

  /**
   * @param classifiers one a share, at least one, all opened alike for this capture
   * @param listener takes a result for every flow; told of the classifiers as if they were one. Not
   *     always called by the same thread, but never by two at once
   */
  public ShardedPass(FlowRules rules, List<Classifier> classifiers, PassListener listener) {
    if (classifiers.isEmpty()) {
      throw new IllegalArgumentException("no share without a classifier");
    }
    this.rules = rules;
    this.classifiers = List.copyOf(classifiers);
    this.listener = listener;
  }

  /**
   * Reads the capture as {@link InspectionPass#run} does. To be called once.
   *
   * @param source can be opened several times at once
   * @return counts, every frame counted once
   * @throws InterruptedException when the thread is interrupted
   */
  public PassSummary run(CaptureSource source) throws InterruptedException {
    EarlyEndings endings = new EarlyEndings(classifiers.size(), listener);
    List<Shard> shards = new ArrayList<>();
    for (int i = 0; i < classifiers.size(); i++) {
      FlowShare share = new FlowShare(i, classifiers.size());
      shards.add(new Shard(rules, share, source, classifiers.get(i), endings));
    }
    PassSummary summary = together(runAll(shards), source.name());
    Placed.merge(shards.stream().map(Shard::heldBack).toList(), listener::ended);
    Placed.merge(shards.stream().map(Shard::remaining).toList(), listener::ended);
    Map<InetAddress, String> accusations = new LinkedHashMap<>();
    shards.forEach(shard -> shard.accusations().forEach(accusations::putIfAbsent));
    accusations.forEach((host, reason) -> listener.accused(0, host, reason));
    shards.stream()
        .flatMap(shard -> shard.crash().stream())
        .findFirst()
        .ifPresent(cause -> listener.crashed(0, cause));
    return summary;
  }

  /** Returns, in whatever way, only when no thread uses a classifier any more. */
  private static List<PassSummary> runAll(List<Shard> shards) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(shards.size());
    try {
      List<PassSummary> summaries = new ArrayList<>();
      for (Future<PassSummary> done : threads.invokeAll(shards)) {
        summaries.add(done.get());
      }
      return summaries;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static PassSummary together(List<PassSummary> summaries, String source) {
    PassSummary first = summaries.get(0);
    long flows = summaries.stream().mapToLong(PassSummary::flows).sum();
    boolean alike =
        summaries.stream()
            .allMatch(
                each ->
                    each.frames() == first.frames()
                        && each.wireBytes() == first.wireBytes()
                        && each.damage().equals(first.damage()));
    Optional<Damage> damage =
        alike
            ? first.damage()
            : summaries.stream()
                .flatMap(each -> each.damage().stream())
                .findFirst()
                .or(() -> Optional.of(new Damage(source, 0, CHANGED)));
    return new PassSummary(first.frames(), first.ipPackets(), first.wireBytes(), flows, damage);
  }
}
