package org.dreyfus.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.tck.ConformanceTest;
import org.dreyfus.tck.Kit;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The kit as a vendor uses it, from another package. */
class VendorTest {

  static final class Provider implements ClassifierProvider {
    private final Verdict verdict;

    Provider(Verdict verdict) {
      this.verdict = verdict;
    }

    @Override
    public ClassifierDescriptor descriptor() {
      return new ClassifierDescriptor(
          "vendors-own", "Vendor's own", "1", "Vendor", "", Set.of(), false);
    }

    @Override
    public Classifier open(Configuration configuration) {
      return (flow, packet) -> {
        if (packet.wireLength() > packet.capturedLength() && verdict.isFinal()) {
          throw new IllegalStateException("cut short");
        }
        return verdict;
      };
    }
  }

  /** Run by the tests below, not by itself. */
  static class Good extends ConformanceTest {
    @Override
    protected ClassifierProvider provider() {
      return new Provider(Verdict.undecided());
    }

    @Override
    protected Kit kit() {
      return Kit.standard().withFlows(100);
    }
  }

  /** Run by the tests below, not by itself. */
  static class Bad extends Good {
    @Override
    protected ClassifierProvider provider() {
      return new Provider(new Verdict.Allowed("Web"));
    }
  }

  private static TestExecutionSummary run(Class<?> type) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  @Test
  void aConformantClassifierPassesOrSkipsEveryRule() {
    TestExecutionSummary summary = run(Good.class);
    assertThat(summary.getTestsFailedCount()).isZero();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(8);
    assertThat(summary.getTestsAbortedCount()).as("silent: no verdict to compare").isPositive();
  }

  @Test
  void oneFailureForOneBrokenRule() {
    TestExecutionSummary summary = run(Bad.class);
    assertThat(summary.getFailures()).hasSize(1);
    assertThat(summary.getFailures().get(0).getTestIdentifier().getDisplayName())
        .isEqualTo("I2: goes on after frames cut short");
    assertThat(summary.getFailures().get(0).getException())
        .hasMessageContaining("cut short")
        .hasMessageContaining("Look at lengths");
  }
}
