package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.report.ComparisonPage;
import org.dreyfus.report.Words;
import org.dreyfus.report.text.Csv;
import org.dreyfus.scoring.Comparison;
import org.dreyfus.scoring.CorpusFacts;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.Scorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Sets blockers against the first one, on the sessions that both were put to.",
      "Errors on lawful and on unlicensed sessions are never weighed against each other.",
      "Unanswered flows count as passed."
    })
final class CompareCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(
      arity = "1..*",
      paramLabel = "BUNDLE",
      description = "Folders of result bundles over the same corpus; every policy is a blocker.")
  private List<Path> bundles;

  @Option(names = "--out", paramLabel = "FILE", description = "Also write it as a page.")
  private Optional<Path> out;

  private record Blocker(Bundle bundle, Policy policy) {
    String name() {
      return bundle.manifest().classifier().id() + "/" + policy.id();
    }
  }

  private record Row(String first, String second, Comparison comparison) {}

  CompareCommand() {
    this.output = new Output();
    this.bundles = List.of();
    this.out = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    List<Blocker> blockers = new ArrayList<>();
    for (Path folder : bundles) {
      Bundle bundle = BundleReader.read(folder);
      bundle.policies().forEach(policy -> blockers.add(new Blocker(bundle, policy)));
    }
    if (blockers.size() < 2) {
      throw new CommandFailure(
          ExitCode.USAGE, "one blocker alone cannot be compared; name another");
    }
    List<Row> rows = new ArrayList<>();
    Blocker first = blockers.get(0);
    for (Blocker other : blockers.subList(1, blockers.size())) {
      rows.add(new Row(first.name(), other.name(), compare(first, other)));
    }
    if (out.isPresent()) {
      Files.writeString(out.get(), page(first, rows));
    }
    switch (output.format()) {
      case json -> output.json(rows);
      case csv -> csv(rows);
      case text -> text(rows);
    }
    return ExitCode.DONE;
  }

  private static Comparison compare(Blocker first, Blocker other) {
    try {
      return Scorer.compare(
          first.bundle().evidence(), first.policy(), other.bundle().evidence(), other.policy());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          "%s and %s: %s".formatted(first.name(), other.name(), e.getMessage()),
          e);
    }
  }

  private static String page(Blocker first, List<Row> rows) {
    CorpusFacts corpus = first.bundle().evidence().facts().corpus();
    return ComparisonPage.html(
        first.name(),
        corpus.id() + " " + corpus.version(),
        rows.stream().map(row -> new ComparisonPage.Row(row.second(), row.comparison())).toList());
  }

  private void csv(List<Row> rows) {
    output.text(
        Csv.line(
            List.of(
                "first",
                "second",
                "sessions",
                "clusters",
                "only_first_errs",
                "only_second_errs",
                "difference",
                "lower",
                "upper",
                "p",
                "population")));
    for (Row row : rows) {
      csv(row, "lawful", row.comparison().lawful());
      csv(row, "unlicensed", row.comparison().unlicensed());
    }
  }

  private void csv(Row row, String population, Comparison.Difference its) {
    output.text(
        Csv.line(
            List.of(
                row.first(),
                row.second(),
                its.sessions(),
                its.clusters(),
                its.onlyFirst(),
                its.onlySecond(),
                its.difference(),
                its.lower(),
                its.upper(),
                its.p(),
                population)));
  }

  private void text(List<Row> rows) {
    for (boolean lawful : new boolean[] {true, false}) {
      TextTable table = new TextTable("BLOCKER", "ONLY FIRST", "ONLY THIS", "DIFFERENCE", "P");
      for (Row row : rows) {
        Comparison.Difference its =
            lawful ? row.comparison().lawful() : row.comparison().unlicensed();
        table.row(
            row.second(),
            Words.percent(its.onlyFirst()),
            Words.percent(its.onlySecond()),
            "between %s and %s".formatted(Words.percent(its.lower()), Words.percent(its.upper())),
            String.format(Locale.ROOT, "%.4f", its.p()));
      }
      output.text(
          "%s: errors of %s, less those of others%n%n%s%n"
              .formatted(
                  lawful ? "Lawful sessions hit" : "Unlicensed works let through",
                  rows.get(0).first(),
                  table));
    }
  }
}
