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
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.works.MediaFile;
import org.dreyfus.recorder.works.Titles;

/** Works out, from a seed alone, which sessions will be recorded with which works and coins. */
final class Plan {

  private static final int SMALLEST_BYTES = 32 << 10;
  private static final int LARGEST_BYTES = 52 << 10;
  private static final List<LegalBasis> LAWFUL =
      List.of(LegalBasis.OPEN_LICENCE, LegalBasis.RIGHTS_HOLDER, LegalBasis.PUBLIC_DOMAIN);

  private final long seed;

  Plan(long seed) {
    this.seed = seed;
  }

  /**
   * One pair of sessions for a scenario that moves works of any rights, two sessions for others.
   *
   * @return what has to be recorded one after another, in the order that the coins say
   */
  List<List<Planned>> sessions(List<Scenario> scenarios, int repetitions) {
    List<List<Planned>> planned = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      for (int repetition = 1; repetition <= repetitions; repetition++) {
        SplittableRandom random =
            new SplittableRandom(seed ^ ((long) scenario.id().hashCode() << 20) ^ repetition);
        String name = scenario.id() + "-" + repetition;
        planned.add(sessions(scenario, name, random));
      }
    }
    return planned;
  }

  private static List<Planned> sessions(Scenario scenario, String name, SplittableRandom random) {
    if (!scenario.movesWork()) {
      return List.of(
          alone(scenario, name + "a", Optional.empty(), Optional.empty(), random),
          alone(scenario, name + "b", Optional.empty(), Optional.empty(), random));
    }
    return scenario
        .alwaysLawful()
        .map(basis -> lawful(scenario, name, basis, random))
        .orElseGet(() -> pair(scenario, name, random));
  }

  private static List<Planned> lawful(
      Scenario scenario, String name, LegalBasis basis, SplittableRandom random) {
    List<MediaFile> films = films(name, random);
    List<Planned> sessions = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      MediaFile film = films.get(i);
      String id = name + (i == 0 ? "a" : "b");
      sessions.add(alone(scenario, id, Optional.of(film), Optional.of(work(film, basis)), random));
    }
    return sessions;
  }

  private static Planned alone(
      Scenario scenario,
      String id,
      Optional<MediaFile> film,
      Optional<Work> work,
      SplittableRandom random) {
    boolean swapped = random.nextBoolean();
    return new Planned(
        id,
        scenario,
        Optional.empty(),
        film,
        work,
        Map.of("roles", swapped ? "swapped" : "as listed"),
        swapped,
        random.nextLong());
  }

  /** Two films of one size, which nothing but chance tells apart. */
  private static List<MediaFile> films(String name, SplittableRandom random) {
    int size = random.nextInt(SMALLEST_BYTES, LARGEST_BYTES + 1);
    List<String> titles = Titles.two(random);
    List<MediaFile> films = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      String id = name + "-film-" + (i + 1);
      films.add(MediaFile.generate(id, Titles.fileName(title), title, size, random.split()));
    }
    return films;
  }

  private static List<Planned> pair(Scenario scenario, String name, SplittableRandom random) {
    List<MediaFile> films = films(name, random);
    Coins coins = Coins.toss(random);
    LegalBasis lawful = LAWFUL.get(random.nextInt(LAWFUL.size()));
    Pair twin = new Pair(name, Pair.Type.W, name + "-films");
    List<Planned> sessions = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      boolean unlicensed = coins.firstIsUnlicensed() == (i == 0);
      MediaFile film = films.get(i);
      Work work = work(film, unlicensed ? LegalBasis.UNLICENSED_COPY : lawful);
      boolean first = coins.secondGoesFirst() == (i == 1);
      sessions.add(
          new Planned(
              name + (first ? "a" : "b"),
              scenario,
              Optional.of(twin),
              Optional.of(film),
              Optional.of(work),
              tossed(coins),
              coins.rolesSwapped(),
              random.nextLong()));
    }
    sessions.sort((a, b) -> a.id().compareTo(b.id()));
    return sessions;
  }

  private static Map<String, String> tossed(Coins coins) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("rights", coins.firstIsUnlicensed() ? "film 1 unlicensed" : "film 2 unlicensed");
    facts.put("order", coins.secondGoesFirst() ? "film 2 first" : "film 1 first");
    facts.put("roles", coins.rolesSwapped() ? "swapped" : "as listed");
    return facts;
  }

  private static Work work(MediaFile film, LegalBasis basis) {
    boolean unlicensed = basis == LegalBasis.UNLICENSED_COPY;
    return new Work(
        film.id(),
        film.title(),
        MediaFile.MEDIA_TYPE,
        film.bytes().length,
        Sha256.of(film.bytes()),
        unlicensed ? LegalStatus.INFRINGING : LegalStatus.LEGAL,
        basis,
        Rights.sentence(basis),
        "generated Matroska file, random blocks");
  }
}
