package org.dreyfus.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dreyfus.bundle.Beside;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.corpus.Pair;
import org.dreyfus.report.Words;
import org.dreyfus.scoring.PairRow;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.Shield;

/** Figure 1: matched pairs, a row a cluster, two cells a type, and whether they are the same. */
public final class PairsFigure {

  /**
   * What one run did to the pairs.
   *
   * @param told what the classifier was told; empty when there is but one series
   * @param rows of all types
   */
  public record Series(String told, List<PairRow> rows) {

    public Series {
      rows = List.copyOf(rows);
    }

    /** The row of another series for the same cluster. */
    public Optional<PairRow> like(PairRow other) {
      return rows.stream()
          .filter(row -> row.type() == other.type() && row.cluster().equals(other.cluster()))
          .findFirst();
    }

    private String column(Pair.Type type, String member) {
      String works = type == Pair.Type.W ? "different works" : "same bytes";
      return (told.isEmpty() ? "" : told + ", ") + works + ": " + member;
    }
  }

  private record Cell(String cluster, String column, String state, String mark) {}

  private static final String RIGHTS = "RIGHTS";
  private static final String BLOCKED = "blocked";
  private static final String PART = "blocked in some of its pairs";
  private static final String PASSED = "passed";

  private PairsFigure() {}

  /** The pairs of a scorecard, and beside them those of the same blocker told other things. */
  public static List<Series> series(Scorecard card, Optional<Beside> beside) {
    Optional<Beside.Blocker> other = beside.flatMap(its -> its.withOtherFeeds(card.policy().id()));
    if (other.isEmpty()) {
      return List.of(new Series("", card.pairRows()));
    }
    return Stream.of(
            new Series(columns(card.feeds()), card.pairRows()),
            new Series(columns(other.get().feeds()), other.get().pairRows()))
        .sorted(Comparator.comparing(Series::told).reversed())
        .toList();
  }

  private static String columns(Set<String> feeds) {
    return feeds.contains(RIGHTS) ? "told" : "not told";
  }

  /** Whether the classifier was told the works, and which runs the figure shows. */
  public static String told(RunManifest run, Scorecard card, Optional<Beside> beside) {
    boolean told = card.feeds().contains(RIGHTS);
    if (beside.flatMap(its -> its.withOtherFeeds(card.policy().id())).isPresent()) {
      return "The classifier was run twice: told which works are registered as unlicensed, and not told. The figure shows both; this scorecard is of the run in which it was "
          + (told ? "told." : "not told.");
    } else if (told) {
      return "The classifier was told which works are registered as unlicensed.";
    } else if (run.classifier().feeds().contains(RIGHTS)) {
      return "The classifier could be told which works are registered as unlicensed; in this run it was not.";
    } else if (card.inline().isPresent()) {
      return "This test gave the box no information that could tell the works apart.";
    }
    return "The classifier takes no information that could tell the works apart.";
  }

  /** How content is shielded in the pairs, in the order of the drawings; empty: in several ways. */
  public static List<Optional<Shield>> shields(List<PairRow> rows) {
    return rows.stream()
        .map(PairRow::shield)
        .distinct()
        .sorted((a, b) -> Integer.compare(order(a), order(b)))
        .toList();
  }

  private static int order(Optional<Shield> shield) {
    return shield.map(Shield::ordinal).orElse(Shield.values().length);
  }

  /** The drawing of the pairs that are shielded in one way. */
  public static String specification(Optional<Shield> shield, List<Series> series) {
    List<Cell> cells = new ArrayList<>();
    for (Series each : series) {
      for (Pair.Type type : Pair.Type.values()) {
        List<PairRow> rows =
            each.rows().stream()
                .filter(row -> row.type() == type && row.shield().equals(shield))
                .toList();
        add(cells, rows, each.column(type, "lawful"), PairsFigure::lawful, row -> "");
        add(cells, rows, each.column(type, "unlicensed"), PairsFigure::unlicensed, row -> "");
        add(cells, rows, each.column(type, "same?"), row -> "", PairsFigure::mark);
      }
    }
    String title = "Content: " + name(shield);
    return Specification.of(
        "pairs",
        title,
        title
            + ". Matched pairs by cluster: whether the lawful and the unlicensed work were blocked."
            + " The table below holds the same.",
        Map.of("cells", cells));
  }

  /** What a class of pairs is called. */
  public static String name(Optional<Shield> shield) {
    return shield.map(Words::name).orElse("shielded in several ways");
  }

  private static void add(
      List<Cell> cells,
      List<PairRow> rows,
      String column,
      Function<PairRow, String> state,
      Function<PairRow, String> mark) {
    rows.forEach(
        row -> cells.add(new Cell(row.cluster(), column, state.apply(row), mark.apply(row))));
  }

  private static String lawful(PairRow row) {
    return state(row.lawfulBlocked(), row.pairs());
  }

  private static String unlicensed(PairRow row) {
    return state(row.unlicensedBlocked(), row.pairs());
  }

  private static String state(int blocked, int pairs) {
    return blocked == 0 ? PASSED : blocked == pairs ? BLOCKED : PART;
  }

  private static String mark(PairRow row) {
    return row.lawfulBlocked() == row.unlicensedBlocked() ? "=" : "\u2260";
  }
}
