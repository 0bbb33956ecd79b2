package org.dreyfus.capture.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dreyfus.capture.bytes.Packets.ACK;
import static org.dreyfus.capture.bytes.Packets.RST;
import static org.dreyfus.capture.bytes.Packets.SYN;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTest {

  private static final Verdict BLOCKED = new Verdict.Blocked("HTTP", "because");

  private final Results results = new Results();

  /** Frames 1, 4 and 5 are of one key with a split before 5; 2 and 3 are of two others. */
  private static CaptureSource capture() {
    return new Talk()
        .client(1, SYN, 0)
        .client(2, SYN, 0)
        .client(3, SYN, 0)
        .server(1, RST, 4)
        .client(1, SYN, 0)
        .client(2, ACK, 0)
        .source();
  }

  private static Scripted failing(long atFrame, Throwable thrown) {
    return new Scripted(
        (flow, packet) -> {
          if (packet.number() == atFrame) {
            throw sneaky(thrown);
          }
          return flow.id() == 3 ? BLOCKED : Verdict.undecided();
        });
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private void onlyTheBlockedFlowIsAnswered(int classifier, String cause) {
    assertThat(results.answer(3, classifier))
        .isEqualTo(new Answer(BLOCKED, 1, 0, Optional.empty()));
    for (long flow : new long[] {1, 2, 5}) {
      Answer answer = results.answer(flow, classifier);
      assertThat(answer.decidedAtPacket()).isZero();
      assertThat(answer.crash()).hasValueSatisfying(line -> assertThat(line).contains(cause));
    }
    assertThat(results.answer(1, classifier).payloadBytesBeforeDecision()).isEqualTo(4);
    assertThat(results.crashes).singleElement().asString().contains(cause);
  }

  @Test
  void aCrashAffectsUndecidedFlowsOnlyAndNobodyElse() {
    Scripted crashing = failing(6, new IllegalStateException("two\nlines"));
    Scripted well = Scripted.atPacket(1, BLOCKED);
    results.run(capture(), crashing, well);
    onlyTheBlockedFlowIsAnswered(0, "java.lang.IllegalStateException: two lines at org.dreyfus");
    assertThat(crashing.calls)
        .containsExactly(
            "inspect 1 1",
            "inspect 2 2",
            "inspect 3 3",
            "inspect 1 4",
            "conclude 1",
            "inspect 5 5",
            "inspect 2 6");
    assertThat(results.answers.values())
        .allSatisfy(answers -> assertThat(answers.get(1).crash()).isEmpty());
    assertThat(well.calls).endsWith("conclude 3", "finish");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        NoClassDefFoundError.class,
        UnsatisfiedLinkError.class,
        StackOverflowError.class,
        AssertionError.class,
        InterruptedException.class
      })
  void everythingThrownIsACrash(Class<? extends Throwable> type)
      throws ReflectiveOperationException {
    results.run(capture(), failing(6, type.getConstructor().newInstance()));
    onlyTheBlockedFlowIsAnswered(0, type.getName());
  }

  @Test
  void noMemoryIsNotTheClassifiersCrash() {
    assertThatThrownBy(() -> results.run(capture(), failing(2, new OutOfMemoryError("test"))))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void noVerdictIsACrash() {
    Scripted silent = new Scripted((flow, packet) -> packet.number() == 3 ? BLOCKED : none());
    results.run(capture(), silent);
    assertThat(results.answer(1, 0).crash())
        .hasValueSatisfying(c -> assertThat(c).contains("gave no verdict"));
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T none() {
    return (T) null;
  }

  @Test
  void aCrashInConcludeLeavesWhatWasConcludedBefore() {
    Scripted scripted =
        Scripted.undecided()
            .concluding(
                flow -> {
                  if (flow.id() == 2) {
                    throw new IllegalStateException("concluding");
                  }
                  return new Verdict.Allowed("HTTP");
                });
    results.run(capture(), scripted);
    assertThat(results.answer(1, 0).verdict()).isEqualTo(new Verdict.Allowed("HTTP"));
    assertThat(results.answer(5, 0).verdict()).isEqualTo(new Verdict.Allowed("HTTP"));
    assertThat(results.answer(2, 0).crash()).isPresent();
    assertThat(results.answer(3, 0).crash()).isPresent();
    assertThat(scripted.calls).endsWith("inspect 2 6", "conclude 5", "conclude 2");
  }

  @Test
  void aCrashInFinishTakesBackWhatWasNotFinal() throws UnknownHostException {
    InetAddress host = InetAddress.getByName("10.0.0.9");
    Scripted scripted =
        failing(-1, new IllegalStateException())
            .finishing(
                sink -> {
                  sink.accuse(host, "first");
                  throw new IllegalStateException("finishing");
                });
    results.run(capture(), scripted);
    onlyTheBlockedFlowIsAnswered(0, "finishing");
    assertThat(results.accusations).containsExactly("0 10.0.0.9 first");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void aScoreOutsideItsRangeIsACrash(double score) {
    Scripted scripted =
        Scripted.atPacket(1, BLOCKED)
            .scoring(flow -> OptionalDouble.of(flow.id() == 5 ? score : 0.25));
    results.run(capture(), scripted, Scripted.undecided().scoring(flow -> OptionalDouble.of(1)));
    assertThat(results.crashes).singleElement().asString().contains("which is not from 0 to 1");
    assertThat(results.answer(1, 0).score()).as("before the crash").hasValue(0.25);
    assertThat(results.answer(5, 0).score()).as("the crash itself").isEmpty();
    assertThat(results.answer(5, 0).verdict()).as("was final").isEqualTo(BLOCKED);
    assertThat(results.answer(5, 1).score()).as("another's").hasValue(1);
  }

  @Test
  void aScoreThatIsNothingIsACrash() {
    results.run(capture(), Scripted.atPacket(1, BLOCKED).scoring(flow -> none()));
    assertThat(results.crashes).singleElement().asString().contains("score gave nothing");
  }

  @Test
  void aCrashTakesBackTheScoreOfWhatWasNotFinal() {
    Scripted scripted =
        failing(6, new IllegalStateException()).scoring(flow -> OptionalDouble.of(0.5));
    results.run(capture(), scripted);
    assertThat(results.answer(1, 0).score()).as("concluded before the crash").isEmpty();
    assertThat(results.answer(1, 0).crash()).isPresent();
  }

  @Test
  void aHostIsAccusedOnce() throws UnknownHostException {
    InetAddress host = InetAddress.getByName("10.0.0.9");
    Scripted scripted =
        Scripted.undecided()
            .finishing(
                sink -> {
                  sink.accuse(host, "first");
                  sink.accuse(host, "second");
                });
    results.run(capture(), Scripted.undecided(), scripted);
    assertThat(results.accusations).containsExactly("1 10.0.0.9 first");
  }

  @Test
  void anExceptionThatCannotDescribeItselfIsStillACrash() {
    RuntimeException hostile =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException();
          }
        };
    results.run(capture(), failing(6, hostile));
    onlyTheBlockedFlowIsAnswered(0, "CrashTest$1");
  }
}
