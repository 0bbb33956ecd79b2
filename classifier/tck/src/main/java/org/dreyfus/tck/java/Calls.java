package org.dreyfus.tck.java;

import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Breach;

/** Calls a classifier and keeps what it does wrong. After a crash it is not called again. */
final class Calls {

  private final Classifier classifier;
  private final Map<Breach, Long> breaches = new EnumMap<>(Breach.class);
  private final Map<Breach, String> examples = new EnumMap<>(Breach.class);
  private Optional<String> crash = Optional.empty();

  Calls(Classifier classifier) {
    this.classifier = classifier;
  }

  Verdict inspect(BenchFlow flow, BenchPacket packet) {
    return call("inspect", () -> classifier.inspect(flow, packet), flow.verdict());
  }

  Verdict conclude(BenchFlow flow) {
    return call("conclude", () -> classifier.conclude(flow), flow.verdict());
  }

  OptionalDouble score(BenchFlow flow) {
    OptionalDouble score = call("score", () -> classifier.score(flow), OptionalDouble.empty());
    boolean inRange = score.isEmpty() || score.getAsDouble() >= 0 && score.getAsDouble() <= 1;
    if (!inRange) {
      breaches.merge(Breach.BAD_SCORE, 1L, Long::sum);
      examples.putIfAbsent(Breach.BAD_SCORE, String.valueOf(score.getAsDouble()));
    }
    return inRange ? score : OptionalDouble.empty();
  }

  void finish(List<InetAddress> accused) {
    call(
        "finish",
        () -> {
          classifier.finish(
              (host, reason) -> {
                Objects.requireNonNull(reason, "an accusation without a reason");
                accused.add(Objects.requireNonNull(host, "an accusation of nobody"));
              });
          return true;
        },
        true);
  }

  private <T> T call(String name, Supplier<T> call, T otherwise) {
    if (crash.isPresent()) {
      return otherwise;
    }
    try {
      return Objects.requireNonNull(call.get(), "it returned null");
    } catch (Throwable thrown) {
      crash = Optional.of(Thrown.words(name, thrown));
      return otherwise;
    }
  }

  Optional<String> crash() {
    return crash;
  }

  Map<Breach, Long> breaches() {
    return breaches;
  }

  Map<Breach, String> examples() {
    return examples;
  }
}
