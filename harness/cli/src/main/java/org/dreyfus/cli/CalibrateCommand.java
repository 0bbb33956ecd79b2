package org.dreyfus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.report.text.Csv;
import org.dreyfus.scoring.Calibration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dreyfus calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates how often the intervals cover the truth, for few and many clusters, repetitions,",
      "correlations and rates. Every cell must reach 94.5 %."
    })
final class CalibrateCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Option(
      names = "--runs",
      defaultValue = "10000",
      description = "A cell (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  private record Covered(Calibration.Cell cell, double coverage) {}

  CalibrateCommand() {
    this.output = new Output();
  }

  @Override
  public Integer call() {
    if (runs < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--runs must be at least 1");
    }
    List<Calibration.Cell> grid = Calibration.grid();
    RunProgress bar = Terminal.progress(output, "cells");
    List<Covered> all = new ArrayList<>();
    for (Calibration.Cell cell : grid) {
      all.add(new Covered(cell, cell.coverage(runs, seed)));
      bar.finished(all.size(), grid.size());
    }
    switch (output.format()) {
      case json -> output.json(all);
      case csv -> {
        output.text(
            Csv.line(List.of("clusters", "repetitions", "correlation", "rate", "coverage")));
        all.forEach(its -> output.text(Csv.line(cells(its))));
      }
      case text -> text(all);
    }
    boolean low = all.stream().anyMatch(its -> its.coverage() < Calibration.LEAST);
    return low ? ExitCode.INTERNAL_ERROR : ExitCode.DONE;
  }

  private void text(List<Covered> all) {
    TextTable table = new TextTable("CLUSTERS", "REPETITIONS", "CORRELATION", "RATE", "COVERAGE");
    all.forEach(its -> table.row(cells(its).toArray()));
    double least = all.stream().mapToDouble(Covered::coverage).min().orElse(1);
    output.text(
        table
            + "\nLeast coverage of %d cells: %.2f %%; %.1f %% is asked for.\n"
                .formatted(all.size(), 100 * least, 100 * Calibration.LEAST));
  }

  private static List<Object> cells(Covered covered) {
    Calibration.Cell cell = covered.cell();
    return List.of(
        cell.clusters(),
        cell.repetitions(),
        cell.correlation(),
        cell.rate(),
        String.format(Locale.ROOT, "%.4f", covered.coverage()));
  }
}
