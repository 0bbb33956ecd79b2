package org.dreyfus.inline.load;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dreyfus.inline.lab.Wire;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.scoring.inline.LoadReport;
import org.dreyfus.scoring.inline.LoadReport.Limits;

/**
 * Measures what a device can carry, in the manner of RFC 9411 as far as one machine allows. The
 * phases are those of its section 4.3.4, though shorter; throughput, new flows and concurrent flows
 * are after its sections 7.1, 7.2 and 7.5, the search for the highest rate after RFC 2544 section
 * 26.1.
 *
 * <p>What RFC 9411 asks for and this does not give: real TCP stacks at both ends, which open
 * windows, back off and send again (flows here are packets in the right order with right numbers,
 * and what is lost stays lost); TLS and HTTP transactions with objects of given sizes, and their
 * time to first byte; an application traffic mix; separate machines for clients and servers (here
 * tester and device share processors, so that a device in user space has what the tester leaves); a
 * sustain phase of 300 s; and security functions proven to be active during the test. The tester's
 * own limits over a plain wire are therefore measured first, and belong beside the device's.
 */
public final class LoadTest {

  private LoadTest() {}

  /** Measures without a word. */
  public static LoadReport run(Supplier<TestBed> device, LoadPlan plan) {
    return run(device, plan, line -> {});
  }

  /**
   * Measures the tester, then the device. Takes minutes.
   *
   * @param device puts the device up; called again when it ended under load
   * @param progress is told each trial, in one line
   * @throws org.dreyfus.inline.lab.DeviceException when the device cannot be started
   * @throws org.dreyfus.inline.port.PortException when an interface cannot be used
   */
  public static LoadReport run(Supplier<TestBed> device, LoadPlan plan, Consumer<String> progress) {
    Limits tester =
        limits(() -> TestBed.lab(new Wire()), plan, line -> progress.accept("tester: " + line));
    Limits limits = limits(device, plan, line -> progress.accept("device: " + line));
    return new LoadReport(plan.frameBytes(), tester, limits);
  }

  /** Measures one path alone. */
  static Limits limits(Supplier<TestBed> source, LoadPlan plan, Consumer<String> progress) {
    try (WorkingBed bed = new WorkingBed(source, plan.frameBytes(), progress)) {
      return new PathLimits(plan, bed, progress).measure();
    }
  }
}
