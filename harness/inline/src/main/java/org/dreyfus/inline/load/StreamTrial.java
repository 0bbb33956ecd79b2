package org.dreyfus.inline.load;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.traffic.FlowAddresses;
import org.dreyfus.inline.traffic.FlowScript;
import org.dreyfus.inline.traffic.NeutralText;
import org.dreyfus.inline.traffic.ScriptedFlows;
import org.dreyfus.inline.traffic.TestPath;
import org.dreyfus.inline.traffic.Transport;
import org.dreyfus.scoring.inline.LoadReport.Step;

/**
 * Offers packets of long flows at one rate, through all phases. One thread sends and receives in
 * turn: on two processors, a second one that received offered less and made one-way times five
 * times as long, since both compete with the device.
 */
final class StreamTrial {

  /** Of the echo service, whose content is anything (RFC 862; RFC 2544 appendix C). */
  private static final int SERVER_PORT = 7;

  /** A tester that offers less than this share of what it should has not tried the rate. */
  private static final double OFFERED_ENOUGH = 0.97;

  private static final int WARM_UP_BYTES = 64;
  private static final double NANOS = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

  private final TestPath path;
  private final LoadPlan plan;

  StreamTrial(TestPath path, LoadPlan plan) {
    this.path = path;
    this.plan = plan;
  }

  /**
   * What came of it.
   *
   * @param step what is reported
   * @param offeredEnough whether the tester could offer the rate
   */
  record Result(Step step, boolean offeredEnough) {
    boolean isLossless() {
      return step.lost() == 0;
    }
  }

  /**
   * Runs it.
   *
   * @param rate packets/s, both directions together
   */
  Result at(double rate) {
    FlowAddresses addresses = FlowAddresses.fresh(SERVER_PORT);
    Transport[] transports = transports();
    open(addresses, transports);
    StreamFrames frames = new StreamFrames(addresses, transports, plan.frameBytes());
    Pacer pacer = new Pacer(plan.phases(), rate, path.nanoTime());
    StreamSender sender = new StreamSender(path, frames, transports.length, pacer);
    StreamReceiver receiver = new StreamReceiver(path, frames, pacer);
    long missed = path.missed();
    boolean sending = true;
    while (sending) {
      long before = sender.sent();
      sending = sender.step();
      if (receiver.step() == 0 && sender.sent() == before) {
        Idle.briefly(path);
      }
    }
    collect(sender, receiver);
    return result(rate, sender.sustained(), receiver, path.missed() - missed);
  }

  private Transport[] transports() {
    Transport[] transports = new Transport[plan.flows()];
    for (int flow = 0; flow < transports.length; flow++) {
      boolean tcp =
          switch (plan.mix()) {
            case TCP -> true;
            case UDP -> false;
            case BOTH -> flow % 2 == 0;
          };
      transports[flow] = tcp ? Transport.TCP : Transport.UDP;
    }
    return transports;
  }

  /** The init phase: each flow's first packets, and time for the device to take note. */
  private void open(FlowAddresses addresses, Transport[] transports) {
    List<FlowScript> scripts = new ArrayList<>();
    byte[] greeting = NeutralText.of(WARM_UP_BYTES, 1);
    byte[] reply = NeutralText.of(WARM_UP_BYTES, 2);
    for (Transport transport : transports) {
      scripts.add(
          transport == Transport.TCP
              ? FlowScript.handshake()
              : FlowScript.udp(
                  List.of(
                      new FlowScript.Talk(Direction.FROM_INITIATOR, greeting),
                      new FlowScript.Talk(Direction.FROM_RESPONDER, reply))));
    }
    long patience = plan.phases().init().toNanos();
    ScriptedFlows opening =
        new ScriptedFlows(
            path,
            addresses,
            scripts,
            transports.length,
            new ScriptedFlows.Patience(0, Math.max(1, patience)));
    long end = path.nanoTime() + patience;
    for (int flow = 0; flow < transports.length; flow++) {
      opening.proceed(flow);
    }
    while (path.nanoTime() < end) {
      if (opening.poll() == 0) {
        Idle.briefly(path);
      }
    }
  }

  private void collect(StreamSender sender, StreamReceiver receiver) {
    long end = path.nanoTime() + plan.phases().collection().toNanos();
    while (receiver.received() < sender.sent() && path.nanoTime() < end) {
      if (receiver.step() == 0) {
        Idle.briefly(path);
      }
    }
  }

  /** What came through and the tester itself missed is not lost by the device. */
  private Result result(double rate, long sent, StreamReceiver receiver, long missed) {
    double seconds = plan.phases().sustain().toNanos() / NANOS;
    Histogram latencies = receiver.latencies();
    long lost = Math.max(0, sent - receiver.sustained() - missed);
    Step step =
        new Step(
            sent / seconds,
            (sent - lost) / seconds,
            lost,
            latencies.getValueAtPercentile(50) / NANOS_PER_MICRO,
            latencies.getValueAtPercentile(90) / NANOS_PER_MICRO,
            latencies.getValueAtPercentile(99) / NANOS_PER_MICRO,
            latencies.getValueAtPercentile(99.9) / NANOS_PER_MICRO,
            latencies.getMaxValue() / NANOS_PER_MICRO);
    return new Result(step, sent / seconds >= OFFERED_ENOUGH * rate);
  }
}
