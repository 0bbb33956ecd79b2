package org.dreyfus.inline.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.port.PortException;
import org.dreyfus.inline.traffic.TestPath;

/**
 * Puts scripts on the wire and watches what comes out: a packet is sent when the one before it has
 * arrived, or has been sent so often in vain that it is given up. One thread sends and receives;
 * any number of sessions are under way side by side.
 */
final class Replayer {

  private static final int RECEIVED_AT_ONCE = 64;
  private static final long NAP_NANOS = 30_000;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final double PATIENCE_GROWTH = 1.25;
  private static final int ATTEMPTS_WAITED_FOR = 2;
  private static final int FEW_SESSIONS = 4;
  private static final long LONGEST_STANDSTILL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final TestPath path;
  private final Pace pace;
  private final Tags toServer = new Tags();
  private final Tags toClient = new Tags();
  private final FlowIndex index = new FlowIndex();
  private final StrayCounter strays = new StrayCounter();
  private final Map<String, Long> changes = new TreeMap<>();
  private final Histogram latency = new Histogram(LONGEST_NANOS, 3);
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::atNanos));
  private final PriorityQueue<Retry> retries =
      new PriorityQueue<>(Comparator.comparingLong(Retry::atNanos));
  private final List<SessionReplay> all = new ArrayList<>();
  private final Overtaken overtaken = new Overtaken();
  private int underWay;
  private long sent;
  private int largestUnderWay;

  private record Alarm(long atNanos, SessionReplay session, int number) {}

  private record Retry(long atNanos, SessionReplay session, int step) {}

  Replayer(TestPath path, Pace pace) {
    this.path = path;
    this.pace = pace;
  }

  /**
   * Replays all scripts; for one use.
   *
   * @param check is called now and then, and throws when the device is gone
   */
  Replayed run(ScriptSupply scripts, Runnable check) {
    long missedBefore = path.missed();
    long started = path.nanoTime();
    long checked = started;
    while (true) {
      boolean busy = admit(scripts);
      if (underWay == 0 && scripts.isDone()) {
        break;
      }
      busy |= receive(Direction.FROM_INITIATOR);
      busy |= receive(Direction.FROM_RESPONDER);
      busy |= ring();
      busy |= retry();
      long now = path.nanoTime();
      if (now - checked > TimeUnit.MILLISECONDS.toNanos(200)) {
        check.run();
        checked = now;
      }
      if (!busy) {
        path.pause(NAP_NANOS);
      }
    }
    double seconds = (path.nanoTime() - started) / 1e9;
    long missed = path.missed() - missedBefore;
    return new Replayed(
        all, changes, strays.total(seconds), latency, seconds, sent, missed, largestUnderWay);
  }

  private boolean admit(ScriptSupply scripts) {
    boolean any = false;
    while (underWay < pace.sessionsAtOnce()) {
      Optional<Script> script = scripts.poll();
      if (script.isEmpty()) {
        break;
      }
      needRoomFor(script.get());
      SessionReplay session = new SessionReplay(script.get());
      all.add(session);
      index.add(session);
      underWay++;
      largestUnderWay = Math.max(largestUnderWay, underWay);
      wake(session, path.nanoTime());
      any = true;
    }
    return any;
  }

  private void needRoomFor(Script script) {
    int room = path.largestFrame() - Ethernet.HEADER;
    if (script.largestPacket() > room) {
      throw new PortException(
          "%s: the MTU is %d, and session %s has packets of %d bytes; raise it at both ends: ip link set INTERFACE mtu %d"
              .formatted(
                  path.name(),
                  room,
                  script.session(),
                  script.largestPacket(),
                  script.largestPacket()));
    }
  }

  private void wake(SessionReplay session, long atNanos) {
    alarms.add(new Alarm(atNanos, session, session.newAlarm()));
  }

  /** Handles what is due. */
  private boolean ring() {
    boolean any = false;
    Alarm due = alarms.peek();
    while (due != null && due.atNanos() - path.nanoTime() <= 0) {
      alarms.remove();
      if (due.session().isAlarm(due.number())) {
        act(due.session());
        any = true;
      }
      due = alarms.peek();
    }
    return any;
  }

  private void act(SessionReplay session) {
    if (session.hasNext()) {
      send(session);
    } else if (!session.hasRetries()) {
      session.finish();
      underWay--;
    }
  }

  private void send(SessionReplay session) {
    int number = session.next();
    Step step = session.step(number);
    if (!isRestOfDatagram(session, number)) {
      Tags tags = step.toServer() ? toServer : toClient;
      tagAll(session, number, tags.take(session, number));
    }
    boolean waits = !session.isSuspected(step);
    transmit(session, number);
    if (waits) {
      session.await(number);
      session.retry(number, true);
      retries.add(new Retry(path.nanoTime() + pace.deadline().toNanos(), session, number));
    } else {
      session.advance();
      goOn(session, path.nanoTime());
    }
  }

  /** Sends again what has not arrived in time; the session goes on after the second attempt. */
  private boolean retry() {
    boolean any = false;
    Retry due = retries.peek();
    while (due != null && due.atNanos() - path.nanoTime() <= 0) {
      retries.remove();
      if (due.session().isWaitingFor(due.step())) {
        any |= retryOrBePatient(due.session(), due.step());
      }
      due = retries.peek();
    }
    return any;
  }

  /**
   * A box that stands still for a moment has lost nothing: as long as nothing that was sent later
   * has come out either, a packet is waited for.
   */
  private boolean retryOrBePatient(SessionReplay session, int number) {
    long now = path.nanoTime();
    long waited = now - session.lastSentNanos(number);
    boolean busy = underWay > FEW_SESSIONS;
    if (busy
        && waited < LONGEST_STANDSTILL_NANOS
        && !overtaken.is(session.step(number).toServer(), session.lastSentNanos(number))) {
      retries.add(new Retry(now + LOOK_AGAIN_NANOS, session, number));
      return false;
    }
    retry(session, number);
    return true;
  }

  private void retry(SessionReplay session, int number) {
    int sends = session.sends(number);
    if (sends > pace.resends()) {
      session.retry(number, false);
    } else {
      transmit(session, number);
      long patience = (long) (pace.deadline().toNanos() * Math.pow(PATIENCE_GROWTH, sends));
      retries.add(new Retry(path.nanoTime() + patience, session, number));
    }
    if (sends >= ATTEMPTS_WAITED_FOR) {
      session.suspect(session.step(number));
      if (session.isAwaiting(number)) {
        session.advance();
        goOn(session, path.nanoTime());
      }
    }
    wakeIfAtEnd(session);
  }

  private void wakeIfAtEnd(SessionReplay session) {
    if (!session.hasNext() && !session.hasRetries()) {
      goOn(session, path.nanoTime());
    }
  }

  private static boolean isRestOfDatagram(SessionReplay session, int number) {
    return session.step(number).isFragment() && IpPacket.tag(session.step(number).frame()) != 0;
  }

  /** Fragments of one datagram carry one tag, as they carry one identification. */
  private static void tagAll(SessionReplay session, int number, int tag) {
    Step first = session.step(number);
    IpPacket.tag(first.frame(), tag);
    if (first.isFragment()) {
      for (int i = number + 1; i < session.size(); i++) {
        if (session.step(i).fragmentOf() == first.fragmentOf()) {
          IpPacket.tag(session.step(i).frame(), tag);
        }
      }
    }
  }

  private void transmit(SessionReplay session, int number) {
    Step step = session.step(number);
    session.sent(number, path.nanoTime());
    sent++;
    Direction direction = step.toServer() ? Direction.FROM_INITIATOR : Direction.FROM_RESPONDER;
    path.send(direction, step.frame(), step.frame().length);
  }

  /** When the next packet goes: not before its predecessor has gone by the gap between them. */
  private void goOn(SessionReplay session, long now) {
    if (session.hasNext()) {
      int previous = session.next() - 1;
      long due = session.firstSentNanos(previous) + session.step(session.next()).gapNanos();
      if (due - now > 0) {
        wake(session, due);
      } else {
        wake(session, now);
      }
    } else {
      wake(session, session.hasGaps() ? now + pace.linger().toNanos() : now);
    }
  }

  private boolean receive(Direction direction) {
    boolean atServer = direction == Direction.FROM_INITIATOR;
    return path.receive(
            direction, RECEIVED_AT_ONCE, frame -> accept(frame, atServer, path.nanoTime()))
        > 0;
  }

  private void accept(byte[] frame, boolean atServer, long now) {
    if (IpPacket.version(frame) == 0) {
      strays.notIp();
      return;
    }
    Optional<Tags.Tagged> tagged = (atServer ? toServer : toClient).find(IpPacket.tag(frame));
    if (tagged.isPresent() && !tagged.get().session().isFinished()) {
      SessionReplay session = tagged.get().session();
      int step = Matching.withTag(session, tagged.get().step(), frame);
      if (step != Matching.NONE) {
        arrived(session, step, frame, now);
        return;
      }
    }
    foreign(frame, atServer, now);
  }

  private void arrived(SessionReplay session, int number, byte[] frame, long now) {
    Set<String> fields = Difference.fields(session.step(number).frame(), frame);
    long nanos = Math.max(0, now - session.firstSentNanos(number));
    overtaken.arrived(session.step(number).toServer(), session.firstSentNanos(number));
    boolean late = nanos > pace.lateAfter().toNanos();
    boolean suspected = session.isSuspected(session.step(number));
    if (!session.arrived(number, fields, late)) {
      return;
    }
    session.retry(number, false);
    if (suspected && !session.isSuspected(session.step(number))) {
      tryNeglected(session, session.step(number).flow(), now);
    }
    fields.forEach(field -> changes.merge(field, 1L, Long::sum));
    if (session.sends(number) == 1) {
      latency.recordValue(Math.min(nanos, LONGEST_NANOS));
    }
    if (session.isAwaiting(number)) {
      session.advance();
      goOn(session, now);
    } else {
      wakeIfAtEnd(session);
    }
  }

  /** The flow was not blocked after all: what was sent only once meanwhile gets its attempts. */
  private void tryNeglected(SessionReplay session, int flow, long now) {
    for (int step : session.neglected(flow)) {
      session.retry(step, true);
      retries.add(new Retry(now, session, step));
    }
  }

  /** A packet that carries no tag of ours: with another tag, or of the device's own making. */
  private void foreign(byte[] frame, boolean atServer, long now) {
    Optional<FlowIndex.Entry> quoted = Tuple.quoted(frame).flatMap(index::find);
    if (quoted.isPresent()) {
      reset(quoted.get(), !atServer);
      return;
    }
    Optional<FlowIndex.Entry> found = index.find(Tuple.of(frame));
    if (found.isEmpty()) {
      strays.count(frame, index.isTakingPart(Tuple.destination(frame)), now);
      return;
    }
    FlowIndex.Entry entry = found.get();
    boolean forward = entry.toServer() == atServer;
    int step = forward ? Matching.byContent(entry, frame) : Matching.NONE;
    int straggler = forward ? Matching.straggler(entry, frame) : Matching.NONE;
    if (step != Matching.NONE) {
      if (IpPacket.tag(entry.session().step(step).frame()) != IpPacket.tag(frame)) {
        entry.session().retagged();
      }
      arrived(entry.session(), step, frame, now);
    } else if (straggler != Matching.NONE) {
      entry.session().arrived(straggler, Set.of(), true);
    } else if (Matching.isReset(frame)) {
      reset(entry, !atServer);
    } else {
      entry.session().interference(entry.flow()).inject();
    }
  }

  private static void reset(FlowIndex.Entry entry, boolean toClient) {
    SessionReplay session = entry.session();
    session.interference(entry.flow()).reset(toClient, session.lastSent(entry.flow()));
  }
}
