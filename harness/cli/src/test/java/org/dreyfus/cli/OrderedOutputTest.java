package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many write, one order is read. */
@Timeout(30)
class OrderedOutputTest {

  private static final String LONG = "x".repeat(70_000) + "\n";

  private final StringBuffer printed = new StringBuffer();
  private final OrderedOutput out = new OrderedOutput(printed::append, 100_000);

  private static String text(int pieces) {
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      expected.append(i).append('\n').append(i % 5 == 0 ? LONG.repeat(i % 4) : "");
    }
    return expected.toString();
  }

  private static void write(int number, OrderedOutput.Section section) {
    section.write(number + "\n");
    for (int i = 0; number % 5 == 0 && i < number % 4; i++) {
      section.write(LONG);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void whateverTheThreadsTheOrderIsThatOfThePieces(int threads) throws Exception {
    new SideBySide(out, threads).run(40, OrderedOutputTest::write);
    assertThat(printed.toString()).isEqualTo(text(40));
  }

  @Test
  void theFirstOpenSectionIsPrintedAsItComes() {
    OrderedOutput.Section first = out.section(0);
    first.write(LONG);
    assertThat(printed).hasSize(LONG.length());
    OrderedOutput.Section second = out.section(1);
    second.write(LONG);
    assertThat(printed).hasSize(LONG.length());
    first.close();
    assertThat(printed).hasSize(2 * LONG.length());
    second.close();
  }

  @Test
  void whoRunsAheadTooFarWaits() throws InterruptedException {
    OrderedOutput.Section first = out.section(0);
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger written = new AtomicInteger();
    Thread ahead =
        new Thread(
            () -> {
              OrderedOutput.Section second = out.section(1);
              for (int i = 0; i < 3; i++) {
                second.write(LONG);
                written.incrementAndGet();
              }
              second.close();
              done.countDown();
            });
    ahead.start();
    assertThat(done.await(300, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(written).hasValue(1);
    assertThat(printed).isEmpty();
    first.write("first\n");
    first.close();
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(printed.toString()).isEqualTo("first\n" + LONG.repeat(3));
  }

  @Test
  void nobodyWaitsForWhatWasAbandoned() throws InterruptedException {
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    Thread ahead =
        new Thread(
            () -> {
              OrderedOutput.Section second = out.section(1);
              second.write(LONG);
              second.write(LONG);
            });
    ahead.setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
    ahead.start();
    out.abandon();
    ahead.join();
    assertThat(thrown).singleElement().isInstanceOf(CancellationException.class);
    assertThat(printed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aFailureEndsTheOutputWhereOneThreadWouldHaveEndedIt(int threads) {
    SideBySide pieces = new SideBySide(out, threads);
    assertThatThrownBy(
            () ->
                pieces.run(
                    20,
                    (number, section) -> {
                      section.write("begun " + number + "\n");
                      if (number == 3 || number == 9) {
                        throw new IOException("piece " + number);
                      }
                    }))
        .hasMessage("piece 3");
    assertThat(printed.toString()).isEqualTo("begun 0\nbegun 1\nbegun 2\nbegun 3\n");
  }
}
