package org.dreyfus.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Sha256;
import org.dreyfus.corpus.Work;
import org.dreyfus.recorder.scenario.FurtherWork;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.works.MediaFile;
import org.dreyfus.recorder.works.Titles;
import org.dreyfus.recorder.works.WorkKind;
import org.dreyfus.recorder.works.WorkSize;

/** Works out, from a seed alone, which sessions will be recorded with which works and coins. */
final class Plan {

  private static final List<LegalBasis> LAWFUL =
      List.of(LegalBasis.OPEN_LICENCE, LegalBasis.RIGHTS_HOLDER, LegalBasis.PUBLIC_DOMAIN);

  private final long seed;

  Plan(long seed) {
    this.seed = seed;
  }

  /**
   * One pair of sessions a repetition for a scenario that moves works of any rights, one session a
   * repetition for others. Pairs are of type W in odd repetitions and of type L in even ones.
   *
   * @return what has to be recorded one after another, in the order that the coins say
   */
  List<List<Planned>> sessions(List<Scenario> scenarios, int repetitions) {
    List<List<Planned>> planned = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      for (int repetition = 1; repetition <= repetitions; repetition++) {
        SplittableRandom random =
            new SplittableRandom(seed ^ ((long) scenario.id().hashCode() << 20) ^ repetition);
        planned.add(sessions(scenario, repetition, random));
      }
    }
    return planned;
  }

  private static List<Planned> sessions(
      Scenario scenario, int repetition, SplittableRandom random) {
    String name = scenario.id() + "-" + repetition;
    String single = scenario.id() + "-1" + (char) ('a' + repetition - 1);
    if (!scenario.movesWork()) {
      return List.of(alone(scenario, single, Optional.empty(), Optional.empty(), random));
    }
    Optional<LegalBasis> settled =
        scenario.undetermined().isPresent()
            ? Optional.of(LegalBasis.UNESTABLISHED)
            : scenario.alwaysLawful();
    return settled
        .map(basis -> List.of(settled(scenario, single, basis, random)))
        .orElseGet(
            () -> pair(scenario, name, repetition % 2 == 1 ? Pair.Type.W : Pair.Type.L, random));
  }

  private static Planned settled(
      Scenario scenario, String name, LegalBasis basis, SplittableRandom random) {
    WorkKind kind = kind(random);
    String title = Titles.two(random).get(0);
    MediaFile file = file(kind, name + "-work", title, scenario.size().draw(random), random);
    return alone(scenario, name, Optional.of(file), Optional.of(work(file, basis)), random);
  }

  private static Planned alone(
      Scenario scenario,
      String id,
      Optional<MediaFile> file,
      Optional<Work> work,
      SplittableRandom random) {
    boolean swapped = random.nextBoolean();
    return new Planned(
        id,
        scenario,
        Optional.empty(),
        file,
        work,
        further(scenario, id, random),
        Map.of("roles", swapped ? "swapped" : "as listed"),
        swapped,
        random.nextLong());
  }

  private static Map<String, Planned.Further> further(
      Scenario scenario, String session, SplittableRandom random) {
    Map<String, Planned.Further> further = new TreeMap<>();
    for (FurtherWork wanted : scenario.furtherWorks()) {
      String title = Titles.two(random).get(0);
      String id = session + "-" + wanted.name();
      MediaFile file = file(kind(random), id, title, WorkSize.USUAL.draw(random), random);
      further.put(wanted.name(), new Planned.Further(file, work(file, wanted.basis())));
    }
    return further;
  }

  private static WorkKind kind(SplittableRandom random) {
    WorkKind[] kinds = WorkKind.values();
    return kinds[random.nextInt(kinds.length)];
  }

  private static MediaFile file(
      WorkKind kind, String id, String title, int sizeBytes, SplittableRandom random) {
    return kind.generate(id, Titles.fileName(title, kind), title, sizeBytes, random.split());
  }

  /**
   * Two works of one size, which nothing but chance tells apart: different ones, or, in type L, the
   * same bytes twice.
   */
  private static List<MediaFile> twins(
      Scenario scenario, String name, Pair.Type type, SplittableRandom random) {
    WorkKind kind = kind(random);
    int size = scenario.size().draw(random);
    List<String> titles = Titles.two(random);
    MediaFile one = file(kind, name + "-work-1", titles.get(0), size, random);
    MediaFile other = file(kind, name + "-work-2", titles.get(1), size, random);
    return List.of(one, type == Pair.Type.W ? other : one.withId(other.id()));
  }

  private static List<Planned> pair(
      Scenario scenario, String name, Pair.Type type, SplittableRandom random) {
    List<MediaFile> files = twins(scenario, name, type, random);
    Coins coins = Coins.toss(random);
    LegalBasis lawful =
        type == Pair.Type.L ? LegalBasis.RIGHTS_HOLDER : LAWFUL.get(random.nextInt(LAWFUL.size()));
    Pair twin = new Pair(name, type, name + "-works");
    List<Planned> sessions = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      boolean unlicensed = coins.firstIsUnlicensed() == (i == 0);
      MediaFile file = files.get(i);
      Work work = work(file, unlicensed ? LegalBasis.UNLICENSED_COPY : lawful);
      String id = name + (coins.secondGoesFirst() == (i == 1) ? "a" : "b");
      sessions.add(
          new Planned(
              id,
              scenario,
              Optional.of(twin),
              Optional.of(file),
              Optional.of(type == Pair.Type.L ? byDistributor(work) : work),
              further(scenario, id, random),
              tossed(coins),
              coins.rolesSwapped(),
              random.nextLong()));
    }
    sessions.sort((a, b) -> a.id().compareTo(b.id()));
    return sessions;
  }

  /** The same bytes twice: what differs is who had leave to hand them out. */
  private static Work byDistributor(Work work) {
    String sentence =
        work.legalStatus() == LegalStatus.LEGAL
            ? "The rights holder gave this distributor leave; others have none."
            : "All rights reserved; this distributor has no leave, another has. A generated"
                + " stand-in, no real work.";
    return new Work(
        work.id(),
        work.title(),
        work.mediaType(),
        work.sizeBytes(),
        work.sha256(),
        work.legalStatus(),
        work.legalBasis(),
        sentence,
        work.madeBy());
  }

  private static Map<String, String> tossed(Coins coins) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("rights", coins.firstIsUnlicensed() ? "work 1 unlicensed" : "work 2 unlicensed");
    facts.put("order", coins.secondGoesFirst() ? "work 2 first" : "work 1 first");
    facts.put("roles", coins.rolesSwapped() ? "swapped" : "as listed");
    return facts;
  }

  private static Work work(MediaFile file, LegalBasis basis) {
    return new Work(
        file.id(),
        file.title(),
        file.mediaType(),
        file.bytes().length,
        Sha256.of(file.bytes()),
        status(basis),
        basis,
        Rights.sentence(basis),
        file.kind().madeBy());
  }

  private static LegalStatus status(LegalBasis basis) {
    return switch (basis) {
      case UNLICENSED_COPY -> LegalStatus.INFRINGING;
      case UNESTABLISHED -> LegalStatus.UNDETERMINED;
      default -> LegalStatus.LEGAL;
    };
  }
}
