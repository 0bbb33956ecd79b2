package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/** Names the sessions that a blocker got wrong: those that are first by id. */
final class ErrorTally implements Tally<ErrorTally> {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final TreeMap<String, Wrong> firsts = new TreeMap<>();

  ErrorTally(Kind kind) {
    this.kind = kind;
  }

  /** What is wrong. */
  enum Kind {
    /** Lawful, and something was blocked. */
    FALSE_POSITIVE {
      @Override
      boolean holds(SessionJudgement session) {
        return session.legality() == Legality.LEGAL && session.anyBlocked();
      }

      @Override
      boolean shows(FlowJudgement flow) {
        return !flow.has(Role.ATTACK) && flow.isBlocked();
      }

      @Override
      Optional<Finding.Witness> witness(SessionJudgement session) {
        return Witnesses.ofBlocks(session).stream().findFirst();
      }
    },
    /** Unlicensed, and the work got through. */
    LET_THROUGH {
      @Override
      boolean holds(SessionJudgement session) {
        return session.legality() == Legality.INFRINGING
            && BlockRule.HALF.gotThrough(session, true);
      }

      @Override
      boolean shows(FlowJudgement flow) {
        return flow.has(Role.CONTENT) && !flow.isBlocked();
      }

      @Override
      Optional<Finding.Witness> witness(SessionJudgement session) {
        return Witnesses.ofPassage(session);
      }
    };

    abstract boolean holds(SessionJudgement session);

    abstract boolean shows(FlowJudgement flow);

    abstract Optional<Finding.Witness> witness(SessionJudgement session);
  }

  /**
   * One error.
   *
   * @param witness flow; 0 when there is none
   */
  private record Wrong(
      String cluster,
      String story,
      TrafficClass trafficClass,
      TreeSet<String> networks,
      boolean contentBlocked,
      long contentBytes,
      long contentBytesPassed,
      long[] flows,
      long witness)
      implements Serializable {

    static Wrong of(SessionJudgement session, Predicate<FlowJudgement> shows, long witness) {
      return new Wrong(
          session.session().cluster(),
          session.session().story(),
          session.traits().trafficClass(),
          new TreeSet<>(session.networks()),
          session.has(Role.CONTENT, FlowJudgement::isBlocked),
          session.contentBytes(),
          session.contentBytesPassed(false),
          session.flows().stream()
              .filter(shows)
              .mapToLong(flow -> flow.observation().flow())
              .toArray(),
          witness);
    }

    SessionError in(String session) {
      List<Long> shown = new ArrayList<>();
      for (long flow : flows) {
        shown.add(flow);
      }
      Set<String> protocols = new TreeSet<>(networks);
      return new SessionError(
          session,
          cluster,
          story,
          trafficClass,
          protocols,
          contentBlocked,
          contentBytes,
          contentBytesPassed,
          shown,
          witness == 0 ? Optional.empty() : Optional.of(witness));
    }
  }

  @Override
  public void add(SessionJudgement session) {
    String id = session.session().id();
    if (kind.holds(session) && hasRoom(id)) {
      long witness = kind.witness(session).map(its -> its.flow().flow()).orElse(0L);
      keep(id, Wrong.of(session, kind::shows, witness));
    }
  }

  @Override
  public void add(ErrorTally other) {
    other.firsts.forEach(this::keep);
  }

  private boolean hasRoom(String session) {
    return firsts.size() < SessionError.MOST_NAMED || session.compareTo(firsts.lastKey()) < 0;
  }

  private void keep(String session, Wrong wrong) {
    firsts.put(session, wrong);
    if (firsts.size() > SessionError.MOST_NAMED) {
      firsts.pollLastEntry();
    }
  }

  List<SessionError> errors() {
    List<SessionError> errors = new ArrayList<>();
    firsts.forEach((session, wrong) -> errors.add(wrong.in(session)));
    return errors;
  }
}
